import { join, resolve } from 'node:path'
import type { Attainment, AttainmentQuestion } from '../../../shared/contract/attainment.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { monthBefore, monthOf } from '../../../shared/time/month-span.ts'
import { attainmentCsv } from '../../backend/sla/attainment-csv.ts'
import { attainmentReport, refuseQuestion } from '../../backend/sla/attainment-report.ts'
import { loadPolicies, type PolicyLibrary } from '../../backend/sla/policy-library.ts'
import { openForReading } from '../../backend/store/open-for-reading.ts'
import { logToStderr } from '../log-to-stderr.ts'
import { findProgram } from '../paths.ts'
import { CliProblem } from '../problem.ts'

export interface AttainmentOptions {
  readonly dataDir: string
  readonly from?: string
  readonly to?: string
  readonly zone?: string
  readonly policy?: string
  readonly customer?: string
  readonly json: boolean
}

/** What the parts of a question are called here. */
const OPTIONS: Readonly<Record<string, string>> = {
  from: '--from',
  to: '--to',
  timeZone: '--zone',
  policyId: '--policy',
}

/** Reviews are quarterly: three months where no other first one is named. */
const MONTHS_BEFORE_LAST = 2

/**
 * `sla attainment`: reads only, also beside a running Meridian. The table goes to standard output; what is in no share
 * is said on standard error. Throws CliProblem and StoreProblem.
 */
export async function runSlaAttainment(options: AttainmentOptions): Promise<void> {
  const question = questionOf(options)
  const dataDirectory = resolve(options.dataDir)
  const store = openForReading(dataDirectory)
  try {
    const policies = readPolicies(dataDirectory)
    const refusal = refuseQuestion(question, policies)
    if (refusal !== null) throw problemOf(refusal)
    const { tickets } = store
    const settings = (): Settings => store.settings.get()
    const parts = { tickets, policies, settings, now: Date.now, log: logToStderr }
    for await (const item of attainmentReport(question, parts)) {
      if (item.kind === 'result') print(item, question, policies, options)
    }
  } finally {
    store.close()
  }
}

function questionOf({ from, to, zone, policy, customer }: AttainmentOptions): AttainmentQuestion {
  const timeZone = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  try {
    const last = to ?? monthOf(Date.now(), timeZone)
    const first = from ?? monthBefore(last, MONTHS_BEFORE_LAST, 'to')
    return { from: first, to: last, timeZone, policyId: policy ?? null, customer: customer ?? null }
  } catch (error) {
    if (error instanceof CalendarFault) throw problemOf({ place: error.place, reason: error.message })
    throw error
  }
}

function problemOf({ place, reason }: { place: string; reason: string }): CliProblem {
  return new CliProblem(`${OPTIONS[place] ?? place}: ${reason}.`)
}

/** Tickets under a file that cannot be used are in no share: whoever adds up must know. */
function readPolicies(dataDirectory: string): PolicyLibrary {
  const directories = {
    shipped: join(findProgram().resources, 'policies'),
    own: join(dataDirectory, 'policies'),
  }
  const policies = loadPolicies(directories, createPublicHolidays())
  for (const { file, reason } of policies.faults) {
    console.error(
      `The policy file ${file} cannot be used (${reason}); what is under it is in no share. See "meridian check".`,
    )
  }
  return policies
}

function print(
  result: Attainment,
  question: AttainmentQuestion,
  policies: PolicyLibrary,
  { json }: AttainmentOptions,
): void {
  const { kind: _, ...found } = result
  if (json) console.log(JSON.stringify({ ...question, ...found }, null, 2))
  else console.log(attainmentCsv(found, question, policies).trimEnd())
  if (found.tickets === 0) console.error('No promise was decided in these months.')
  if (found.notComputable > 0) {
    console.error(
      `${found.notComputable} of the tickets created in these months cannot be computed and are in no share.`,
    )
  }
}
