import { attainmentCsv } from '../sla/attainment-csv.ts'
import { attainmentReport, refuseQuestion, type AttainmentParts } from '../sla/attainment-report.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

export function implementAttainment(
  { attainment: subject }: Implementation,
  parts: AttainmentParts,
): MeridianRouter['attainment'] {
  const { policies } = parts
  return {
    report: subject.report.handler(({ input, errors, signal }) => {
      // Before the stream begins, so that HTTP too answers with the refusal's own status.
      const refusal = refuseQuestion(input, policies)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      return attainmentReport(input, parts, signal)
    }),

    csv: subject.csv.handler(async ({ input, errors, signal }) => {
      const refusal = refuseQuestion(input, policies)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      const fileName = `attainment-${input.from}-to-${input.to}.csv`
      for await (const item of attainmentReport(input, parts, signal)) {
        if (item.kind === 'result') return { fileName, text: attainmentCsv(item, input, policies) }
      }
      throw new Error('The attainment report ended without a result.')
    }),
  }
}
