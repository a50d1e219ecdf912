import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const output = resolve(import.meta.dirname, '../../out')

/** What only the Node side may hold, each with the folder of the build that does: a mark found nowhere proves nothing. */
const MARKS: [what: string, mark: RegExp, foundIn: string][] = [
  ['the words of zod', /Unrecognized key/, 'main'],
  ['the workings of zod', /\b_zod\b/, 'main'],
  ['a module of Node', /["'`]node:[a-z]/, 'main'],
  ['the database', /["'`]better-sqlite3["'`]/, 'main'],
  ['Electron', /["'`]electron["'`]/, 'preload'],
  ["Electron's messages", /\bipcRenderer\b/, 'preload'],
]

/** Names of the files of JavaScript in a folder of the build that hold the mark. */
function filesWith(mark: RegExp, folder: string): string[] {
  const directory = join(output, folder)
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.c?js$/.test(name))
    .filter((name) => mark.test(readFileSync(join(directory, name), 'utf8')))
}

describe('the page as built', () => {
  test.each(MARKS)('holds nothing of %s', (_what, mark, foundIn) => {
    expect(filesWith(mark, foundIn)).not.toEqual([])
    expect(filesWith(mark, 'renderer')).toEqual([])
  })

  test('is looked at whole: its own words are found', () => {
    expect(filesWith(/Sign in to Meridian/, 'renderer')).not.toEqual([])
  })
})
