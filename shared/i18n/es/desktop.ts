import type { desktop as english } from '../en/desktop.ts'
import type { Wording } from '../wording.ts'

export const desktop: Wording<typeof english> = {
  tray: { tooltip: 'Meridian', open: 'Abrir el tablero', quit: 'Salir de Meridian' },
  alert: {
    breached: 'El caso {{caseNumber}} ha incumplido: {{metric}}',
    'at-risk': 'El caso {{caseNumber}} va a incumplir pronto: {{metric}}',
    body: '{{customer}}: {{subject}}',
    several_one: '{{count}} plazo ha cambiado',
    several_other: '{{count}} plazos han cambiado',
    belated_one: '{{count}} alerta llegó mientras no se le debía molestar',
    belated_other: '{{count}} alertas llegaron mientras no se le debía molestar',
    severalBody: 'Incumplidos: {{breached}}. En riesgo: {{atRisk}}. El tablero los enumera.',
    noCustomer: 'Sin cliente indicado',
  },
  problem: {
    title: 'Meridian no puede abrir sus datos',
    quit: 'Salir',
    folder: 'Mostrar la carpeta de datos',
    backendStopped:
      'La parte de Meridian que lee sus fuentes se ha detenido {{count}} veces seguidas; el tablero muestra su último estado. Salga y vuelva a abrir, o busque el motivo en {{folder}}.',
  },
  secrets: {
    refused:
      'Este escritorio no ofrece un almacén de claves: la contraseña solo podría guardarse como texto legible y no se ha guardado; todo lo demás funciona. Desbloquee o instale un almacén (GNOME Keyring, KWallet), o arranque una vez con --allow-plain-secrets para aceptarlo.',
    unavailable:
      'El almacén de claves del escritorio no ha respondido y la contraseña no se ha guardado; todo lo demás funciona. Desbloquéelo y guarde de nuevo.',
  },
}
