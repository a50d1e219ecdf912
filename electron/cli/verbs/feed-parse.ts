import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { SourceFault } from '../../backend/connectors/source-fault.ts'
import { readStatusDocument } from '../../backend/connectors/status-formats/read-status-document.ts'
import { describeReport } from './feed-parse-output.ts'
import { reportLines } from './feed-parse-text.ts'

interface Output {
  write(line: string): void
  writeError(line: string): void
}

const TO_CONSOLE: Output = { write: (line) => console.log(line), writeError: (line) => console.error(line) }

/**
 * `feed parse FILE [--json]`: what a status page's answer or a feed says, FILE being `-` for standard input. Gives
 * the exit code: 0, or 1 after one sentence on what is wrong with the input.
 */
export async function runFeedParse(
  file: string,
  options: { json: boolean },
  io: Output = TO_CONSOLE,
): Promise<number> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
    const report = readStatusDocument({ bytes, url: null, contentType: null })
    if (options.json) io.write(JSON.stringify(describeReport(report), null, 2))
    else reportLines(describeReport(report)).forEach((line) => io.write(line))
    return 0
  } catch (error) {
    io.writeError(
      `${file === '-' ? 'Standard input' : file} cannot be read as a status page or feed: ${reasonOf(error)}.`,
    )
    return 1
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SourceFault) return error.detail
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be opened'
  throw error
}
