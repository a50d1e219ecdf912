import { parseArgs } from 'node:util'

/** What may stand on the command line of the desktop program. Chromium's own switches are let through. */
export interface ShellArguments {
  readonly dataDirectory: string | null
  readonly allowPlainSecrets: boolean
  readonly demo: { readonly seed: number; readonly rate: number } | null
}

const DEFAULT_DEMO = { seed: 1, rate: 10 }

function numberOr(text: string | undefined, fallback: number): number {
  const value = Number(text)
  return text !== undefined && Number.isFinite(value) && value > 0 ? value : fallback
}

/** Reads the options `npm start` shares with `meridian serve`. */
export function readShellArguments(argv: readonly string[]): ShellArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      'data-dir': { type: 'string' },
      'allow-plain-secrets': { type: 'boolean' },
      demo: { type: 'boolean' },
      'demo-seed': { type: 'string' },
      'demo-rate': { type: 'string' },
    },
  })
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  return {
    dataDirectory: text(values['data-dir']) ?? null,
    allowPlainSecrets: values['allow-plain-secrets'] === true,
    demo:
      values['demo'] === true
        ? {
            seed: Math.trunc(numberOr(text(values['demo-seed']), DEFAULT_DEMO.seed)),
            rate: numberOr(text(values['demo-rate']), DEFAULT_DEMO.rate),
          }
        : null,
  }
}
