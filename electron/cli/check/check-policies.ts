import { join } from 'node:path'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { loadPolicies } from '../../backend/sla/policy-library.ts'
import { findProgram } from '../paths.ts'
import type { Finding } from './finding.ts'

/** Whether every policy file, the program's and the hub's own, can be used; each fault with file, line and reason. */
export function checkPolicies(dataDirectory: string): Finding[] {
  const directories = {
    shipped: join(findProgram().resources, 'policies'),
    own: join(dataDirectory, 'policies'),
  }
  const library = loadPolicies(directories, createPublicHolidays())
  const findings = library.faults.map(({ file, line, place, reason }) => {
    const where = line === null ? '' : ` line ${line}`
    const what = place === '' ? reason : `${place}: ${reason}`
    return { isProblem: true, sentence: `The policy file ${file}${where} cannot be used (${what}).` }
  })
  const names = library.list().map(({ summary }) => summary.name)
  if (names.length === 0)
    return [...findings, { isProblem: true, sentence: 'There is no usable policy: no clock can run.' }]
  return [
    ...findings,
    { isProblem: false, sentence: `${names.length} policies can be used: ${names.join(', ')}.` },
  ]
}
