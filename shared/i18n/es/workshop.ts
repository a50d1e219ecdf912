import type { workshop as english } from '../en/workshop.ts'
import type { Wording } from '../wording.ts'

export const workshop: Wording<typeof english> = {
  title: 'Taller de contratos',
}
