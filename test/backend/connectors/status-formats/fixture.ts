import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readStatusDocument } from '../../../../electron/backend/connectors/status-formats/read-status-document.ts'
import type { StatusReport } from '../../../../electron/backend/connectors/status-formats/status-format.ts'

const folder = resolve(import.meta.dirname, '../../../fixtures/status')

export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(resolve(folder, name))
}

export function fixtureText(name: string): string {
  return readFileSync(resolve(folder, name), 'utf8')
}

export function readFixture(name: string): StatusReport {
  return readStatusDocument({ bytes: fixtureBytes(name), url: null, contentType: null })
}

/** Reads an answer given as text or as the value its JSON stands for. */
export function readAnswer(answer: unknown, url: string | null = null): StatusReport {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  return readStatusDocument({ bytes: new TextEncoder().encode(text), url, contentType: null })
}
