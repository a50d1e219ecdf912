#!/usr/bin/env node
import { createCommands } from './commands.ts'
import { runCli } from './run-cli.ts'

process.exitCode = await runCli(process.argv.slice(2), createCommands)
