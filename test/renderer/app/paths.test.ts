import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ticketPath, ticketPlace } from '../../../renderer/app/paths.ts'

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

function isEncodable(text: string): boolean {
  return text.isWellFormed()
}
