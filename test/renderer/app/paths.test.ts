import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  analysisPath,
  analysisPlace,
  ticketAnalysisPath,
  ticketPath,
  ticketPlace,
} from '../../../renderer/app/paths.ts'

test('every ticket and clock comes back from its address', () => {
  const id = fc.string({ unit: 'binary', minLength: 1 })
  fc.assert(
    fc.property(id, id, (ticketId, clockId) => {
      fc.pre(isEncodable(ticketId) && isEncodable(clockId))
      expect(ticketPlace(ticketPath(ticketId))).toEqual({ ticketId, clockId: null })
      expect(ticketPlace(ticketPath(ticketId, clockId))).toEqual({ ticketId, clockId })
    }),
  )
})

test('other and broken addresses open nothing', () => {
  expect(ticketPlace('/board')).toBeNull()
  expect(ticketPlace('/board/ticket/')).toBeNull()
  expect(ticketPlace('/board/ticket/%E0%A4%A')).toBeNull()
})

test('every analysis comes back from its address, with the part that is in front', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
      fc.pre(isEncodable(id) && id !== 'ticket')
      expect(analysisPlace(analysisPath(id))).toEqual({ analysisId: id, part: null, ticketId: null })
      expect(analysisPlace(analysisPath(id, 'report')).part).toBe('report')
      expect(analysisPlace(ticketAnalysisPath(id))).toEqual({ analysisId: null, part: null, ticketId: id })
    }),
  )
})

test('other and broken addresses ask for no analysis', () => {
  const nothing = { analysisId: null, part: null, ticketId: null }
  for (const path of ['/analysis', '/analysis/', '/analysis/ticket/', '/analysis/%E0%A4%A', '/board']) {
    expect(analysisPlace(path)).toEqual(nothing)
  }
  expect(analysisPlace('/analysis/a/elsewhere').part).toBeNull()
})

function isEncodable(text: string): boolean {
  return text.isWellFormed()
}
