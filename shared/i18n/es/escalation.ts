import type { escalation as english } from '../en/escalation.ts'
import type { Wording } from '../wording.ts'

export const escalation: Wording<typeof english> = {
  title: 'Escalado',
  draft: {
    field: '{{name}}: {{value}}',
    subject: 'Escalado del caso {{caseNumber}}: {{subject}}',
    to: 'Para: {{role}}',
    toDesk: 'Para: {{role}} ({{desk}}, ahora en su jornada)',
    times: 'Todas las horas son de {{timeZone}}.',
    heading: {
      reason: 'Motivo del escalado',
      promise: 'El compromiso',
      cases: 'Números de caso',
      issue: 'La incidencia',
      impact: 'Impacto en el cliente',
      progress: 'Avance hasta ahora',
      updates: 'Últimos mensajes',
      asked: 'Lo que pedimos',
    },
    promise: {
      line: '{{metric}}: {{reason}}',
      over: 'Lleva {{length}} de retraso.',
      left: 'Quedan {{length}} del tiempo prometido.',
      none: 'Ninguna promesa con plazo corre ahora en este caso.',
    },
    cases: {
      ours: 'Caso {{caseNumber}}',
      mergedInto: 'Fusionado con {{into}}',
      address: 'En el sistema de casos: {{url}}',
    },
    issue: {
      subject: 'Asunto: {{subject}}',
      customer: 'Cliente: {{customer}}',
      queue: 'Cola: {{queue}}',
      severity: 'Gravedad: {{reported}} comunicada, {{assessed}} evaluada',
      domain: 'Dominio de responsabilidad: {{domain}}',
      status: 'Estado: {{status}}',
      open: 'Abierto desde {{created}}, hace {{length}}',
      none: 'ninguna',
    },
    impact: {
      severity: '{{severity}}: {{definition}}',
      unknown:
        'Ningún campo del caso dice cuántos clientes o SIM están afectados: añádalo antes de enviar esto.',
    },
    progress: {
      earlier_one: '(se omite {{count}} entrada anterior)',
      earlier_other: '(se omiten {{count}} entradas anteriores)',
      reply: {
        provider: 'Escribimos al cliente',
        customer: 'El cliente escribió',
        other: 'Llegó un mensaje',
      },
      call: {
        provider: 'Llamamos al cliente',
        customer: 'El cliente llamó',
        other: 'Hubo una llamada telefónica',
      },
      owner: 'Cambio de responsable',
      none: 'No se ha anotado nada desde que se creó el caso.',
    },
    updates: { line: '{{at}}  {{side}}: {{text}}', none: 'Aún no se ha intercambiado ningún mensaje.' },
    asked: {
      broken:
        'Que asuma este caso en su función, le dé las personas y los medios que necesita y acuerde con nosotros los próximos pasos.',
      ahead:
        'Que revise este caso en su función antes de que se incumpla el compromiso y nos diga qué se hará.',
      onDemand: 'Que decida en su función cómo sigue este caso y acuerde con nosotros cómo actuar.',
      writing: 'Responda por escrito, con el número de caso.',
    },
  },
}
