import { connectors } from '../../backend/connectors/registry.ts'
import { createKeyFileSecretKeeper, isSealedByKeyFile } from '../../backend/secret-keeper.ts'
import type { SourceStore, StoredSource } from '../../backend/store/store.ts'
import type { Finding } from './finding.ts'

/** Whether each source can still be used: connector, settings, stored passwords, and how its last run ended. */
export async function checkSources(sources: SourceStore, dataDirectory: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const source of sources.list()) {
    const problem = settingsProblem(source) ?? (await secretsProblem(source, dataDirectory))
    const { fault } = sources.run(source.id)
    if (problem !== null) findings.push({ isProblem: true, sentence: `The source ${source.name} ${problem}` })
    else if (fault !== null) {
      const since = new Date(fault.at).toISOString()
      findings.push({
        isProblem: true,
        sentence: `The source ${source.name} failed last (${since}): ${fault.detail}.`,
      })
    } else findings.push({ isProblem: false, sentence: `The source ${source.name} is well set up.` })
  }
  return findings
}

function settingsProblem({ kind, config }: StoredSource): string | null {
  const connector = connectors.get(kind)
  if (connector === undefined) return `needs the connector ${kind}, which this Meridian does not have.`
  const issue = connector.configSchema.safeParse(config).error?.issues[0]
  if (issue === undefined) return null
  return `has a setting that cannot be used (${issue.path.join('.')}: ${issue.message}): correct it on the Sources page.`
}

async function secretsProblem(
  { sealedSecrets }: StoredSource,
  dataDirectory: string,
): Promise<string | null> {
  const keeper = createKeyFileSecretKeeper(dataDirectory)
  // Only the desktop program opens what the desktop's key store sealed.
  const sealed = Object.values(sealedSecrets).filter(isSealedByKeyFile)
  try {
    await Promise.all(sealed.map((text) => keeper.open(text)))
    return null
  } catch {
    return 'has a password that the key file does not open: enter it again on the Sources page.'
  }
}
