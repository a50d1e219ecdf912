import { expect, test } from 'vitest'
import {
  conditionText,
  keepColumn,
  matchColumn,
  splitBy,
  withinFinding,
  withoutFinding,
} from '../../../renderer/analysis/narrow-question.ts'
import type { AnalysisQuestion, FailingDefinition } from '../../../shared/records/analysis-question.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'
import { failedStatus, madeQuestion } from '../../support/made-analysis.ts'

const parts: ConjunctionPart[] = [
  { kind: 'value', column: 'carrier', value: 'Carrier X' },
  { kind: 'value', column: 'codec', value: 'G.729' },
]

function asking(change: Partial<FailingDefinition>): AnalysisQuestion {
  return madeQuestion({ definition: { ...failedStatus, ...change } })
}

test('a finding reads as a condition', () => {
  expect(conditionText(parts)).toBe('carrier = "Carrier X" and codec = G.729')
})

test('excluding and narrowing change what is looked at and nothing else', () => {
  const question = asking({ working: 'status = ok' })
  const without = withoutFinding(question, parts)
  expect(without.definition.where).toBe('not (carrier = "Carrier X" and codec = G.729)')
  expect(withinFinding(question, parts).definition.where).toBe('carrier = "Carrier X" and codec = G.729')
  expect({ ...without.definition, where: null }).toEqual(question.definition)
})

test('each step adds to the ones before, also to one with "or"', () => {
  const question = asking({ where: 'customer = a or customer = b' })
  expect(withinFinding(question, parts.slice(1)).definition.where).toBe(
    '(customer = a or customer = b) and codec = G.729',
  )
  expect(withoutFinding(asking({ where: '  ' }), parts.slice(1)).definition.where).toBe('not codec = G.729')
})

test('what cannot be read is left for the hub to refuse with its place', () => {
  const question = asking({ where: 'codec =' })
  expect(withoutFinding(question, parts)).toEqual(question)
})

test('one kind of failing is split off, and what fails otherwise does not count as working', () => {
  const { definition } = splitBy(asking({ failed: 'status = failed or status = busy' }), 'sip_code', '503')
  expect(definition.failed).toBe('(status = failed or status = busy) and sip_code = 503')
  expect(definition.working).toBe('not (status = failed or status = busy)')
})

test('a working side that was said stays as it was said', () => {
  expect(splitBy(asking({ working: 'status = ok' }), 'sip_code', '503').definition.working).toBe(
    'status = ok',
  )
})

test('a blank value is split off as blank', () => {
  expect(splitBy(asking({}), 'cause', '').definition.failed).toBe('status = failed and cause is blank')
})

test('a file that counts its failing records is narrowed to the rows of that kind', () => {
  const { definition } = splitBy(asking({ failed: null, failedCountColumn: 'bad' }), 'sip_code', '503')
  expect(definition).toMatchObject({ failed: null, working: null, where: 'sip_code = 503' })
})

test('a column is kept and matched on once, however often that is pressed', () => {
  const question = keepColumn(keepColumn(madeQuestion(), 'sip_code'), 'sip_code')
  expect(question.keep).toEqual(['sip_code'])
  expect(matchColumn(matchColumn(question, 'hour'), 'customer').matchOn).toEqual(['hour', 'customer'])
  expect(matchColumn(matchColumn(question, 'hour'), 'hour').matchOn).toEqual(['hour'])
})
