import type { CaseTable, Conjunction } from '../../../shared/commonality/case-table.ts'
import { searchExplanations } from '../../../shared/commonality/search/search-explanations.ts'
import type { SearchAnswer, SearchOptions } from '../../../shared/commonality/search-result.ts'
import type { Description } from './labelled-case.ts'

/** What the search proves, best first. */
export function explainCase(table: CaseTable, options: Partial<SearchOptions> = {}): Description[] {
  return searchToEnd(table, options)
    .explanations.filter(({ verdict }) => verdict === 'proven')
    .map(({ conjunction }) => inWords(table, conjunction))
}

function searchToEnd(table: CaseTable, options: Partial<SearchOptions> = {}): SearchAnswer {
  const search = searchExplanations(table, options)
  let step = search.next()
  while (step.done !== true) step = search.next()
  return step.value
}

function inWords(table: CaseTable, conjunction: Conjunction): Description {
  return Object.fromEntries(
    conjunction.map(({ dimension, code }) => {
      const place = table.dimensions[dimension]
      return [place?.name ?? '', place?.values[code] ?? '']
    }),
  )
}
