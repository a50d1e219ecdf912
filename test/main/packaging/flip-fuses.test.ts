import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { afterPack, packedProgram, type PackedApp } from '../../../electron/packaging/flip-fuses.ts'

// Electron marks the fuse wire in its program with this text, a version byte, a count byte and one character a fuse.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let folder: string
function packed(): PackedApp {
  return {
    appOutDir: folder,
    electronPlatformName: 'linux',
    packager: { appInfo: { productFilename: 'Meridian' }, executableName: 'meridian' },
  }
}

function writeProgram(fuses: string): void {
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, fuses.length]), Buffer.from(fuses)])
  writeFileSync(packedProgram(packed()), Buffer.concat([Buffer.alloc(64, 7), wire, Buffer.alloc(64, 7)]))
}

function readWire(): string {
  const program = readFileSync(packedProgram(packed()))
  const at = program.indexOf(SENTINEL) + SENTINEL.length
  return program.subarray(at + 2, at + 2 + (program[at + 1] ?? 0)).toString()
}

describe('fuses of the packed program', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meridian-fuses-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('all nine are set: no plain Node, no inspector, no code outside the archive, no file rights', async () => {
    writeProgram('101111110')
    await afterPack(packed())
    // RunAsNode, cookies, NODE_OPTIONS, inspect, asar integrity, only asar, v8 snapshot, file rights, wasm traps
    expect(readWire()).toBe('010011001')
  })

  test('a tenth fuse that nobody has decided on fails the build', async () => {
    writeProgram('1011111100')
    await expect(afterPack(packed())).rejects.toThrow(/fuse/i)
  })
})
