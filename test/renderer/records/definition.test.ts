import { describe, expect, test } from 'vitest'
import { emptyQuestion } from '../../../renderer/analysis/empty-question.ts'
import { conditionFaults } from '../../../renderer/records/condition-faults.ts'
import { countColumns, isUndefined, questionFor } from '../../../renderer/records/definition.ts'
import { questionObstacle } from '../../../renderer/records/question-obstacle.ts'
import { startingDefinition } from '../../../renderer/records/starting-definition.ts'
import type { FailingDefinition } from '../../../shared/records/analysis-question.ts'
import type { RecordSetColumn } from '../../../shared/records/record-set.ts'
import { madeColumn, madeRecordSet } from './made-record-set.ts'

const nothing = emptyQuestion('calls').definition
const sipCode = madeColumn('sip_code', 'number', 'sip-code')
const failed = madeColumn('failed', 'number', 'failed-count')
const total = madeColumn('total', 'number', 'total-count')
const weight = madeColumn('n', 'number', 'weight')

function suggestion(condition: string): { definition: FailingDefinition; reason: string } {
  return { definition: { ...nothing, failed: condition }, reason: 'sip-code' }
}

function fits(condition: string, columns: readonly RecordSetColumn[]): boolean {
  return conditionFaults(condition, columns).length === 0
}

describe('columns that count', () => {
  test('are found by their roles: both counts, or a weight', () => {
    expect(countColumns([sipCode, failed, total, weight])).toEqual({
      failedCountColumn: 'failed',
      totalCountColumn: 'total',
      weightColumn: null,
    })
    expect(countColumns([sipCode, failed, weight])).toEqual({
      failedCountColumn: null,
      totalCountColumn: null,
      weightColumn: 'n',
    })
  })
})

describe('what is asked before anybody says anything', () => {
  test('is the likeliest suggestion', () => {
    const suggestions = [suggestion('sip_code >= 400'), suggestion('duration = 0')]
    const definition = startingDefinition({ ...nothing, where: 'a = 1' }, [sipCode, weight], suggestions)
    expect(definition).toEqual({
      ...nothing,
      failed: 'sip_code >= 400',
      where: 'a = 1',
      weightColumn: 'n',
    })
  })

  test('is the counts where rows count, and nothing where nothing is known', () => {
    expect(startingDefinition(nothing, [failed, total], [])).toEqual({
      ...nothing,
      failedCountColumn: 'failed',
      totalCountColumn: 'total',
    })
    expect(isUndefined(startingDefinition(nothing, [sipCode], []))).toBe(true)
  })
})

describe('the same question to other records', () => {
  const question = {
    ...emptyQuestion('calls'),
    definition: { ...nothing, failed: 'sip_code >= 400' },
    ignore: ['remark', 'gone'],
    matchOn: ['gone'],
  }

  test('is kept where they have its columns; columns they lack are dropped from the lists', () => {
    const other = madeRecordSet([sipCode, madeColumn('remark')], { id: 'next-day' })
    expect(questionFor(question, other, fits)).toEqual({
      ...question,
      recordSetId: 'next-day',
      ignore: ['remark'],
      matchOn: [],
    })
  })

  test('is not kept where a condition does not fit, a column that counts is missing, or nothing is asked', () => {
    const other = madeRecordSet([madeColumn('status')], { id: 'other' })
    expect(questionFor(question, other, fits)).toBeNull()
    const counted = { ...question, definition: { ...nothing, failedCountColumn: 'failed' } }
    expect(questionFor(counted, madeRecordSet([sipCode]), fits)).toBeNull()
    expect(questionFor(emptyQuestion('calls'), madeRecordSet([sipCode]), fits)).toBeNull()
  })

  test('is not kept where sip_code is no number there', () => {
    expect(questionFor(question, madeRecordSet([madeColumn('sip_code')]), fits)).toBeNull()
  })
})

describe('what is in the way of asking', () => {
  const isSound = (condition: string): boolean => fits(condition, [sipCode])

  function obstacle(change: Partial<FailingDefinition>, baseline: string | null = null) {
    return questionObstacle(
      { ...emptyQuestion('calls'), definition: { ...nothing, ...change }, baseline },
      isSound,
    )
  }

  test('is nothing once it is said without fault what failing means', () => {
    expect(obstacle({ failed: 'sip_code >= 400' })).toBeNull()
    expect(obstacle({ failedCountColumn: 'failed', totalCountColumn: 'total' })).toBeNull()
  })

  test('is that nothing is said, a fault anywhere, or one count without the other', () => {
    expect(obstacle({})).toBe('needed')
    expect(obstacle({ failed: 'sip_code >=' })).toBe('faulty')
    expect(obstacle({ failed: 'sip_code >= 400', where: 'carrier = X' })).toBe('faulty')
    expect(obstacle({ failed: 'sip_code >= 400', working: 'sip_code = x' })).toBe('faulty')
    expect(obstacle({ failed: 'sip_code >= 400' }, 'nowhere = 1')).toBe('faulty')
    expect(obstacle({ failedCountColumn: 'failed' })).toBe('countsNeeded')
  })
})
