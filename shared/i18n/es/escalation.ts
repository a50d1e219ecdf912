import type { escalation as english } from '../en/escalation.ts'
import type { Wording } from '../wording.ts'

export const escalation: Wording<typeof english> = {
  title: 'Escalado',
}
