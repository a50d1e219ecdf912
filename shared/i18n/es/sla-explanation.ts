import type { eventPhrases as englishPhrases, explanation as english } from '../en/sla-explanation.ts'
import type { Wording } from '../wording.ts'

export const eventPhrases: Wording<typeof englishPhrases> = {
  created: 'se creó el ticket',
  reply: {
    provider: 'escribimos al cliente',
    customer: 'escribió el cliente',
    mno: 'escribió el operador',
    system: 'el sistema de tickets envió un mensaje por sí mismo',
  },
  'phone-call': {
    provider: 'llamamos',
    customer: 'llamó el cliente',
    mno: 'llamó el operador',
    system: 'se anotó una llamada',
  },
  note: 'se escribió una nota',
  status: {
    new: 'el ticket pasó a ser nuevo',
    open: 'se abrió el ticket',
    'awaiting-customer': 'el ticket empezó a esperar al cliente',
    'awaiting-mno': 'el ticket empezó a esperar al operador',
    'on-hold': 'el ticket quedó en espera',
    resolved: 'se resolvió el ticket',
    closed: 'se cerró el ticket',
    withdrawn: 'se retiró el ticket',
  },
  severity: { reported: 'se comunicó otra gravedad', assessed: 'se evaluó la gravedad' },
  owner: 'el ticket pasó a otro responsable',
  customer: 'el ticket pasó a otro cliente',
  domain: 'se fijó el dominio de responsabilidad',
  field: 'cambió un campo del ticket',
  merged: 'el ticket se fusionó con otro',
}

export const explanation: Wording<typeof english> = {
  contract: 'El contrato es {{policy}}, versión {{version}}.',
  promise: 'Promete: {{promise}}.',
  applies: {
    toAll: 'Vale para todo ticket al que no se aplica una regla anterior.',
    severityAssessed: 'Vale porque la gravedad se evaluó como {{severity}}.',
    severityReported: 'Vale porque la gravedad se comunicó como {{severity}} y nadie la ha evaluado.',
    channel: {
      web: 'Vale porque el caso llegó por la web.',
      email: 'Vale porque el caso llegó por correo electrónico.',
      phone: 'Vale porque el caso llegó por teléfono.',
      api: 'Vale porque el caso llegó por la interfaz de programación.',
      chat: 'Vale porque el caso llegó por chat.',
      unknown: 'Vale porque no se sabe cómo llegó el caso.',
    },
    domain: {
      mno: 'Vale porque el fallo está en el dominio del operador.',
      provider: 'Vale porque el fallo está en nuestro dominio.',
      customer: 'Vale porque el fallo está en el dominio del cliente.',
    },
    customer: 'Vale porque el cliente es {{customer}}.',
    queue: 'Vale porque la cola es {{queue}}.',
    subject: 'Vale porque el asunto contiene «{{text}}».',
    field: 'Vale porque el campo {{field}} dice «{{value}}».',
    fieldAbove: 'Vale porque el campo {{field}} dice {{value}}, más que {{above}}.',
    calendar: {
      open: 'Vale porque {{at}} está dentro del horario «{{calendar}}» ({{zone}}).',
      closed: 'Vale porque {{at}} está fuera del horario «{{calendar}}» ({{zone}}).',
      weekend: 'Vale porque {{at}} cae en fin de semana de «{{calendar}}» ({{zone}}).',
      holiday: 'Vale porque {{at}} cae en festivo de «{{calendar}}» ({{zone}}).',
    },
  },
  started: 'El plazo empezó {{at}}, cuando $t(event.{{event}}).',
  startedUntold: 'El plazo empezó {{at}}, cuando se creó el ticket; su origen no cuenta más de ello.',
  hours: {
    always: 'Cuentan todas las horas, de día y de noche.',
    calendar: 'Solo cuentan las horas de «{{calendar}}»: {{hours}}, zona horaria {{zone}}.',
  },
  reassessed: 'La promesa cambió {{at}}, cuando $t(event.{{event}}): {{promise}}.',
  reassessedToNothing: 'Desde {{at}} no se prometía nada, porque $t(event.{{event}}).',
  reassessment: {
    'from-start': 'Según este contrato, una promesa nueva se mide desde el comienzo del plazo.',
    'carry-over': 'Según este contrato, una promesa nueva conserva lo contado antes.',
  },
  rearmed: 'Se prometió de nuevo {{at}}, cuando $t(event.{{event}}).',
  rearmedInVain: 'La promesa se repitió {{at}}, cuando $t(event.{{event}}), pero eso no la mueve.',
  leftOut: {
    paused: {
      new: 'No contado: {{length}} mientras el ticket era nuevo ({{times}}×).',
      open: 'No contado: {{length}} mientras el ticket estaba abierto ({{times}}×).',
      'awaiting-customer': 'No contado: {{length}} mientras el cliente debía una respuesta ({{times}}×).',
      'awaiting-mno': 'No contado: {{length}} mientras el operador debía una respuesta ({{times}}×).',
      'on-hold': 'No contado: {{length}} mientras el ticket estaba en espera ({{times}}×).',
      resolved: 'No contado: {{length}} mientras estaba resuelto, antes de reabrirse ({{times}}×).',
      closed: 'No contado: {{length}} mientras estaba cerrado, antes de reabrirse ({{times}}×).',
      withdrawn: 'No contado: {{length}} mientras estaba retirado, antes de reabrirse ({{times}}×).',
    },
    pausedWhen: 'No contado: {{length}} de pausa ({{times}}×): {{because}}.',
    excluded: 'No contado: {{length}} que no cuentan según el contrato ({{times}}×): {{because}}.',
    closed: 'No contado: {{length}} fuera del horario del contrato.',
    holidays: 'No contado: {{length}} en festivos: {{holidays}}.',
  },
  days: {
    'same-wall-time':
      '{{limit}}: terminan a la misma hora del comienzo en el último de esos días; aquí son {{length}} de las horas que cuentan.',
    'end-of-working-day':
      '{{limit}}: terminan cuando cierra el último de esos días; aquí son {{length}} de las horas que cuentan.',
  },
  counted: 'Contado: {{counted}} de {{budget}}; quedan {{left}}.',
  countedOver: 'Contado: {{counted}} de {{budget}}; {{over}} de más.',
  atRisk: 'En riesgo desde {{at}}.',
  goal: 'El objetivo, la más suave de las dos cifras, está en {{at}}.',
  promisedLate:
    'La promesa no entró en vigor hasta {{at}}, cuando su plazo ya había acabado {{due}}; desde entonces está incumplida.',
  settled: 'El plazo terminó {{at}}, cuando $t(event.{{event}}).',
  atLimit: {
    met: 'Según este contrato, una respuesta justo en el límite llega a tiempo.',
    breached: 'Según este contrato, una respuesta justo en el límite llega tarde.',
  },
  contradiction: {
    event: 'El suceso {{id}} lleva fecha {{at}}: $t(event.{{event}}).',
    now: 'La hora del propio servidor era {{now}}.',
    noStatusEvent: 'Ningún suceso cuenta un estado.',
    knownSeverities: 'Las gravedades del contrato son {{known}}.',
  },
}
