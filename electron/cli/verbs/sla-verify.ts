import { readFileSync } from 'node:fs'
import { verifyEvidence } from '../../backend/evidence/verify-evidence.ts'
import { createWords } from '../../backend/words/create-words.ts'
import { CliProblem, fileReason } from '../problem.ts'

export interface VerifyOptions {
  readonly key?: string
  readonly acceptUnsigned: boolean
}

/** `sla verify FILE`: one line for each thing checked. Gives the exit code: 1 where one of them does not hold. */
export async function runSlaVerify(file: string, { key, acceptUnsigned }: VerifyOptions): Promise<number> {
  const words = await createWords('en')
  const findings = verifyEvidence(readEvidence(file), { fingerprint: key ?? null, acceptUnsigned, words })
  for (const { holds, sentence } of findings) console.log(`${holds ? 'holds ' : 'BROKEN'}  ${sentence}`)
  return findings.every(({ holds }) => holds) ? 0 : 1
}

function readEvidence(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CliProblem(
      `The file ${file} cannot be read (${fileReason(error)}): nothing was checked.`,
      error,
    )
  }
}
