import { channel } from '../records/ticket.ts'
import type { Condition, Policy } from './policy.ts'

// What can be said of two conditions without a ticket. Where a list names every value there is, it asks for nothing.

/** Whether `wide` holds for every ticket for which `narrow` does. */
function covers(policy: Policy, wide: Condition, narrow: Condition): boolean {
  return (
    coversAll(policy, severitiesOf(policy, wide), severitiesOf(policy, narrow)) &&
    listCovers(channelsOf(wide), channelsOf(narrow)) &&
    listCovers(wide.domain, narrow.domain) &&
    listCovers(lower(wide.customer), lower(narrow.customer)) &&
    listCovers(lower(wide.queue), lower(narrow.queue)) &&
    textCovers(wide.subjectContains, narrow.subjectContains) &&
    Object.entries(wide.fields ?? {}).every(([name, values]) =>
      listCovers(lower(values), lower(own(narrow.fields, name))),
    ) &&
    Object.entries(wide.fieldAbove ?? {}).every(
      ([name, above]) => (own(narrow.fieldAbove, name) ?? -Infinity) >= above,
    ) &&
    calendarCovers(wide.calendar, narrow.calendar)
  )
}

/**
 * Whether conditions together hold for every ticket for which `narrow` does, told severity by severity: a ticket
 * without one waits for it at the first of them, whatever stands below.
 */
export function coverTogether(policy: Policy, wide: readonly Condition[], narrow: Condition): boolean {
  if (wide.some((one) => covers(policy, one, narrow))) return true
  const codes = narrow.severity ?? policy.severities.map(({ code }) => code)
  if (codes.length === 0) return false
  return codes.every((code) => wide.some((one) => covers(policy, one, { ...narrow, severity: [code] })))
}

/** Whether some ticket could meet both; only parts that name values can keep them apart. */
export function mayMeet(a: Condition, b: Condition): boolean {
  return (
    listsMeet(a.severity, b.severity) &&
    listsMeet(a.channel, b.channel) &&
    listsMeet(a.domain, b.domain) &&
    listsMeet(lower(a.customer), lower(b.customer)) &&
    listsMeet(lower(a.queue), lower(b.queue)) &&
    Object.entries(a.fields ?? {}).every(([name, values]) =>
      listsMeet(lower(values), lower(own(b.fields, name))),
    )
  )
}

function severitiesOf(policy: Policy, { severity }: Condition): readonly string[] | undefined {
  const isEvery =
    policy.severities.length > 0 && policy.severities.every(({ code }) => severity?.includes(code))
  return isEvery ? undefined : severity
}

function coversAll(
  policy: Policy,
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
): boolean {
  return listCovers(
    wide,
    narrow ?? (policy.severities.length > 0 ? policy.severities.map(({ code }) => code) : undefined),
  )
}

function channelsOf({ channel: named }: Condition): readonly string[] | undefined {
  return channel.options.every((one) => named?.includes(one)) ? undefined : named
}

function listCovers(wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean {
  return wide === undefined || (narrow !== undefined && narrow.every((value) => wide.includes(value)))
}

function listsMeet(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((value) => b.includes(value))
}

function textCovers(wide: string | undefined, narrow: string | undefined): boolean {
  return wide === undefined || (narrow?.toLowerCase().includes(wide.toLowerCase()) ?? false)
}

function calendarCovers(wide: Condition['calendar'], narrow: Condition['calendar']): boolean {
  if (wide === undefined || (wide.is.includes('open') && wide.is.includes('closed'))) return true
  return narrow?.name === wide.name && listCovers(wide.is, narrow.is)
}

function lower(values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.map((value) => value.toLowerCase())
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}
