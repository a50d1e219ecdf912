import type { shifts as english } from '../en/shifts.ts'
import type { Wording } from '../wording.ts'

export const shifts: Wording<typeof english> = {
  title: 'Turnos',
}
