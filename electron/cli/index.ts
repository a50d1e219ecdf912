#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { createCommands } from './commands.ts'
import { runCli } from './run-cli.ts'

// V8 lets its space for young objects grow to 2 × 32 MB for the garbage of a single answer and gives nothing back.
// Kept small, a hub needs a third less memory and no more time (test/bench/start.bench.ts). How far the space may
// grow can only be said before V8 starts; by how much it grows is read each time.
setFlagsFromString('--semi-space-growth-factor=1')

/** What the tests run under; older ones lack what the libraries need and fail somewhere in the middle. */
const LEAST_NODE = 24

if (Number.parseInt(process.versions.node) < LEAST_NODE) {
  console.error(
    `Meridian needs Node ${LEAST_NODE} or later and this is ${process.versions.node}: use "npm run -s meridian -- …", which brings its own.`,
  )
  process.exitCode = 1
} else {
  // `meridian … | head` closes the pipe when it has seen enough: nothing went wrong.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  process.exitCode = await runCli(process.argv.slice(2), createCommands)
}
