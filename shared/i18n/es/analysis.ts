import type { analysis as english } from '../en/analysis.ts'
import type { Wording } from '../wording.ts'

export const analysis: Wording<typeof english> = {
  title: 'Análisis',
  columns: {
    question: 'Registros y qué significa fallar',
    findings: 'Hallazgos',
    beside: 'Ejemplos e informe',
  },
}
