/**
 * `npm test`: finds or installs the browser, builds what the browser tests open, runs every project and ends with
 * one line `N passed, N failed, N skipped`. Arguments go to vitest: `npm test -- --project shared`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { findBrowser, HOW_TO_INSTALL, installBrowser } from './support/find-browser.ts'

const root = resolve(import.meta.dirname, '..')
const output = resolve(root, 'test/.output')
const results = resolve(output, 'results.json')

interface Assertion {
  fullName: string
  status: string
}
interface Results {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTestSuites: number
  success: boolean
  testResults: { name: string; status: string; assertionResults: Assertion[] }[]
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): number {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status ?? 1
}

function readResults(): Results | null {
  try {
    const read: Results = JSON.parse(readFileSync(results, 'utf8'))
    return read
  } catch {
    return null
  }
}

/** A file that could not be loaded counts as one failure: vitest itself counts only tests. */
function brokenFiles(found: Results): number {
  return found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
}

function main(): number {
  const browser = findBrowser() ?? installBrowser()
  if (browser === null) {
    console.error(HOW_TO_INSTALL)
    return 1
  }
  const env = { ...process.env, MERIDIAN_BROWSER: browser }
  if (run('electron-vite', ['build', '--logLevel', 'warn'], env) !== 0) {
    console.error('The build failed; no test was run.')
    return 1
  }
  rmSync(results, { force: true })
  mkdirSync(output, { recursive: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const code = run('vitest', [...args, ...process.argv.slice(2)], env)
  const found = readResults()
  if (found === null) {
    console.error('vitest left no results.')
    return 1
  }
  const failed = found.numFailedTests + brokenFiles(found)
  console.log(
    `${found.numPassedTests} passed, ${failed} failed, ${found.numPendingTests + found.numTodoTests} skipped`,
  )
  return code === 0 && failed === 0 ? 0 : 1
}

process.exitCode = main()
