import { SourceFault } from '../connectors/source-fault.ts'
import type { SecretKeeper } from '../secret-keeper.ts'

/**
 * A source's secrets in the clear, for one run. Throws SourceFault `misconfigured` where the key no longer fits,
 * e.g. after the data directory moved to another machine.
 */
export async function openSecretsForRun(
  keeper: SecretKeeper,
  sealed: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const opened: [string, string][] = []
  for (const [name, text] of Object.entries(sealed)) {
    try {
      opened.push([name, await keeper.open(text)])
    } catch (cause) {
      throw new SourceFault(
        'misconfigured',
        `the stored ${name} cannot be opened with this machine's key; enter it again`,
        { cause },
      )
    }
  }
  return Object.fromEntries(opened)
}
