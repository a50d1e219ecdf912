import type { sla as english } from '../en/sla.ts'
import type { Wording } from '../wording.ts'
import { eventPhrases, explanation } from './sla-explanation.ts'

export const sla: Wording<typeof english> = {
  metric: {
    'first-response': 'Primera respuesta',
    'next-reply': 'Siguiente respuesta',
    'periodic-update': 'Actualización periódica',
    resolution: 'Resolución',
    'call-back': 'Devolución de llamada',
  },
  state: {
    running: 'En curso',
    paused: 'En pausa',
    'outside-hours': 'Fuera de horario',
    met: 'Cumplido',
    breached: 'Incumplido',
    excluded: 'Excluido',
    'not-promised': 'Sin compromiso',
    'cannot-be-computed': 'No se puede calcular',
  },
  ledgerLabel: {
    counted: 'Contado',
    paused: 'En pausa',
    closed: 'Cerrado',
    holiday: 'Festivo',
    excluded: 'Excluido',
    overdue: 'Vencido',
  },
  reason: {
    running: 'Vence {{due}}, porque {{promise}}.',
    outsideHours: 'Fuera de horario hasta {{opens}}; después vence {{due}}, porque {{promise}}.',
    met: 'Respondido {{settled}}, a tiempo: {{promise}}.',
    breached: 'Vencía {{due}} y sigue sin respuesta: {{promise}}.',
    answeredLate: 'Vencía {{due}} y no se respondió hasta {{settled}}: {{promise}}.',
    excluded: 'No cuenta desde {{since}}: {{because}}.',
    withdrawn: 'Retirado o fusionado antes de vencer: ya no se debe nada.',
    paused: {
      new: 'En pausa desde {{since}} mientras el ticket es nuevo.',
      open: 'En pausa desde {{since}} mientras el ticket está abierto.',
      'awaiting-customer': 'En pausa desde {{since}} mientras el cliente debe una respuesta.',
      'awaiting-mno': 'En pausa desde {{since}} mientras el operador debe una respuesta.',
      'on-hold': 'En pausa desde {{since}} mientras el ticket está en espera.',
      resolved: 'En pausa desde {{since}} mientras el ticket está resuelto.',
      closed: 'En pausa desde {{since}} mientras el ticket está cerrado.',
      withdrawn: 'En pausa desde {{since}} mientras el ticket está retirado.',
    },
    internal: 'Meridian falló al calcular este plazo; los demás siguen: comuníquelo con el registro.',
    noPolicy: 'Este ticket no tiene contrato asignado, así que no hay compromiso.',
    nothingMatches: '{{policy}} no promete nada para un ticket como este.',
    noFigure: '{{promise}}.',
    nothingAgreed: 'No hay un plazo acordado en el campo {{field}}: {{promise}}.',
    noSeverity: 'El ticket aún no tiene gravedad, y {{policy}} promete según la gravedad.',
    unknownSeverity: '{{policy}} no conoce la gravedad {{severity}}.',
    unreadableLength: 'El campo {{field}} dice «{{text}}», que no es un plazo como 2 h.',
    eventInFuture:
      'Un suceso de este ticket lleva fecha {{at}}, que aún no ha llegado; revise el reloj de su origen.',
    eventBeforeCreation:
      'Un suceso de este ticket lleva fecha {{at}}, anterior a la creación del ticket {{created}}.',
    settledWithoutHistory: 'El ticket nos llegó ya cerrado, sin los sucesos que llevaron a ello.',
    statusUnexplained:
      'El ticket está en {{head}} y sus sucesos terminan en {{told}}; falta el cambio intermedio.',
    calendar: 'El calendario no puede responder: {{why}}.',
  },
  ledger: {
    counted: 'Contado: {{promise}}.',
    overdue: 'Contado tras el incumplimiento: {{promise}}.',
    closed: 'Fuera del horario del contrato.',
    holiday: 'Festivo: {{holidays}}.',
    excluded: 'Excluido: {{because}}.',
    paused: {
      new: 'En pausa: el ticket es nuevo.',
      open: 'En pausa: el ticket está abierto.',
      'awaiting-customer': 'En pausa: el cliente debe una respuesta.',
      'awaiting-mno': 'En pausa: el operador debe una respuesta.',
      'on-hold': 'En pausa: el ticket está en espera.',
      resolved: 'En pausa: resuelto y reabierto después.',
      closed: 'En pausa: cerrado y reabierto después.',
      withdrawn: 'En pausa: retirado y reabierto después.',
    },
  },
  /** Why the source's own due time differs from ours. */
  divergence: {
    same: 'Igual al minuto.',
    nothingToCompare: 'Ninguno de nuestros relojes tiene un vencimiento con el que compararlo.',
    unexplained: 'Ninguna regla conocida lo explica.',
  },
  explain: explanation,
  event: eventPhrases,
}
