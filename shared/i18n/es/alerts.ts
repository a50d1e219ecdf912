import type { alerts as english } from '../en/alerts.ts'
import type { Wording } from '../wording.ts'

export const alerts: Wording<typeof english> = {
  title: 'Alertas',
}
