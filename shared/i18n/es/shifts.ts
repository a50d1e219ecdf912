import type { shifts as english } from '../en/shifts.ts'
import type { Wording } from '../wording.ts'

export const shifts: Wording<typeof english> = {
  title: 'Turnos',
  strip: {
    label: 'Incumplimientos por turno, próximas 24 h',
    now: 'ahora',
    next: 'próximo',
    nobody: 'Nadie de guardia',
    none: 'No hay mesas configuradas, así que no se puede mostrar la guardia de nadie.',
    add: 'Añadir mesas en los ajustes',
    whole_one: '{{name}}: {{count}} caso incumple si nadie actúa, el próximo a las {{time}}. {{watch}}',
    whole_other: '{{name}}: {{count}} casos incumplen si nadie actúa, el próximo a las {{time}}. {{watch}}',
    wholeClear: '{{name}}: ningún caso incumple en las próximas 24 horas. {{watch}}',
    watch: 'De guardia {{from}}–{{to}}.',
    noWatchSentence: 'Sin guardia en las próximas 24 horas.',
    gapSentence: 'Ninguna mesa está en su horario {{from}}–{{to}}.',
  },
  keys: {
    watch: 'Solo lo que incumple en la guardia de {{name}}',
    nobody: 'Solo lo que incumple sin nadie de guardia',
  },
}
