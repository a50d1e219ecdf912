import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Command } from 'commander'
import { createCommands } from '../../electron/cli/commands.ts'
import { entry, meridian } from './support/meridian.ts'

function verbsOf(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap((sub) => verbsOf(sub))
}

function pathOf(command: Command): string[] {
  return command.parent === null ? [] : [...pathOf(command.parent), command.name()]
}

const verbs = verbsOf(createCommands(() => undefined)).map((verb) => pathOf(verb).join(' '))

test('every verb that was promised is there', () => {
  expect(verbs).toEqual([
    'serve',
    'user add',
    'user list',
    'user remove',
    'token wall',
    'token list',
    'token revoke',
    'tickets import',
    'feed parse',
    'analyse',
    'sla calc',
    'sla explain',
    'sla verify',
    'sla attainment',
    'backup',
    'check',
  ])
})

test.each(verbs)('%s --help explains itself with an example', async (verb) => {
  const { code, stdout, stderr } = await meridian([...verb.split(' '), '--help'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain(`Usage: meridian ${verb}`)
  expect(stdout).toMatch(new RegExp(`Example:\n  meridian ${verb}`))
})

describe('a wrong use', () => {
  test.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['serve', '--nonsense'], "unknown option '--nonsense'"],
    [['serve', '--port', '70000'], 'A port is a whole number from 0 to 65535.'],
    [['serve', '--demo-rate', '0'], 'Give a number above 0.'],
    [['user', 'add', 'lena'], "required option '--role <role>' not specified"],
    [['user', 'add', 'lena', '--role', 'king'], 'Allowed choices are viewer, operator, lead, admin.'],
    [['backup'], "missing required argument 'file'"],
    [['token', 'wall', 'a', 'b'], 'too many arguments'],
  ])('%j exits 2 and says why', async (args, why) => {
    const { code, stdout, stderr } = await meridian(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(why)
  })

  test('no verb at all shows what there is', async () => {
    const { code, stderr } = await meridian([])
    expect(code).toBe(2)
    expect(stderr).toContain('Usage: meridian')
  })
})

test('a reader that has seen enough ends it without a complaint', async () => {
  const child = spawn(process.execPath, [entry, 'sla', 'calc'])
  let stderr = ''
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  child.stdin.on('error', () => undefined)
  child.stdout.once('data', () => child.stdout.destroy())
  child.stdin.end('{"id":1}\n'.repeat(50_000))
  const [code] = await once(child, 'close')
  expect([code, stderr]).toEqual([0, ''])
})

test('--version is the one of package.json', async () => {
  expect((await meridian(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
