import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { sla } from '../../../shared/i18n/en/sla.ts'
import { sla as spanish } from '../../../shared/i18n/es/sla.ts'
import { clockState, KNOWN_METRICS, ledgerEntry } from '../../../shared/records/clock.ts'
import { ticketStatus } from '../../../shared/records/ticket.ts'

const sources = resolve(import.meta.dirname, '../../../shared/sla')

function sentenceAt(catalogue: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && step in value ? Reflect.get(value, step) : undefined,
      catalogue,
    )
}

/** Every key the engine's files write, with `${…}` for a status replaced by each. */
const keys = readdirSync(sources)
  .flatMap((file) => [
    ...readFileSync(resolve(sources, file), 'utf8').matchAll(
      /['`]((?:reason|ledger)\.[A-Za-z.]+)(\$\{[^}]*\})?['`]/g,
    ),
  ])
  .flatMap(([, key = '', variable]) =>
    variable === undefined ? [key] : ticketStatus.options.map((one) => `${key}${one}`),
  )

test('every reason the engine gives has its sentence in both languages', () => {
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.filter((key) => typeof sentenceAt(sla, key) !== 'string')).toEqual([])
  expect(keys.filter((key) => typeof sentenceAt(spanish, key) !== 'string')).toEqual([])
})

test('every label of a ledger, state and known metric has its word', () => {
  for (const state of clockState.options) expect(typeof sla.state[state]).toBe('string')
  for (const metric of KNOWN_METRICS) expect(typeof sla.metric[metric]).toBe('string')
  for (const label of ledgerEntry.shape.label.options) expect(typeof sla.ledgerLabel[label]).toBe('string')
})

test('both languages name the same values and sentences', () => {
  const leaves = leavesOf(sla)
  expect(leaves.length).toBeGreaterThan(120)
  const differing = leaves.filter(([key, text]) => partsOf(sentenceAt(spanish, key)) !== partsOf(text))
  expect(differing).toEqual([])
})

/** Every sentence of a catalogue under its key. */
function leavesOf(catalogue: object, before = ''): [key: string, text: unknown][] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${before}${name}.`)
      : [[`${before}${name}`, value]],
  )
}

/** The `{{values}}` and `$t(sentences)` that stand in a sentence. */
function partsOf(text: unknown): string {
  const names = [...String(text).matchAll(/\{\{\w+\}\}|\$t\([^)]*\)/g)].map(([name]) => name)
  return names.toSorted((a, b) => a.localeCompare(b)).join(' ')
}
