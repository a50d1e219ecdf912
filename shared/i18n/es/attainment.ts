import type { attainment as english } from '../en/attainment.ts'
import type { Wording } from '../wording.ts'

export const attainment: Wording<typeof english> = {
  title: 'Cumplimiento de SLA',
}
