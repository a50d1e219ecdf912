import { implement, ORPCError, type Router } from '@orpc/server'
import { contract } from '../../../shared/contract/index.ts'
import { roleAllows } from '../../../shared/contract/roles.ts'
import type { Caller } from '../access/caller.ts'
import type { Log } from '../log.ts'

/** What a shell gives with every call. */
export interface RouterContext {
  readonly caller: Caller
}

export type MeridianRouter = Router<typeof contract, RouterContext>

/** The contract, ready to be implemented: failures are kept inside and roles are checked before anything else runs. */
export function createImplementation(log: Log, options: ImplementationOptions = {}) {
  const checksOutput = options.checksOutput ?? true
  // NaN is oRPC's own way to leave a validation out: no middleware has that index.
  return implement(contract, checksOutput ? {} : { initialOutputValidationIndex: Number.NaN })
    .$context<RouterContext>()
    .use(async ({ next, path, signal }, _input, output) => {
      try {
        const result = await next()
        if (!isStream(result.output)) return result
        return output(guardStream(result.output, signal, (error) => withoutInternals(error, path, log)))
      } catch (error) {
        throw withoutInternals(error, path, log)
      }
    })
    .use(({ next, context, procedure, errors }) => {
      if (!roleAllows(context.caller.role, procedure['~orpc'].meta.role)) throw errors.FORBIDDEN()
      return next()
    })
}

export interface ImplementationOptions {
  /**
   * Whether answers are checked against the contract, and what it does not name is left out. Default true. Rows of
   * live collections are made by us, typed, and many: checking 5,000 of them takes 70 ms, giving them takes none.
   */
  readonly checksOutput?: boolean
}

export type Implementation = ReturnType<typeof createImplementation>

/** Errors a caller may see pass; anything else is logged here and loses its text. */
function withoutInternals(error: unknown, path: readonly string[], log: Log): unknown {
  if (error instanceof ORPCError && error.status < 500) return error
  log('error', `Operation ${path.join('.')} failed.`, { error })
  return new ORPCError('INTERNAL_SERVER_ERROR')
}

function isStream(output: unknown): output is AsyncGenerator<unknown, void> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

/**
 * A stream fails after its operation has answered: its errors go the same way. That its reader has cancelled it is no
 * failure: it ends.
 */
async function* guardStream(
  stream: AsyncGenerator<unknown, void>,
  signal: AbortSignal | undefined,
  toError: (error: unknown) => unknown,
): AsyncGenerator<unknown, void> {
  try {
    yield* stream
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return
    throw toError(error)
  }
}
