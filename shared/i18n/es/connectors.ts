import type { connectors as english } from '../en/connectors.ts'
import type { Wording } from '../wording.ts'

export const connectors: Wording<typeof english> = {
  'request-tracker': {
    address: { label: 'Dirección', help: 'Como en el navegador, por ejemplo https://desk.example.com/rt' },
    user: { label: 'Usuario', help: 'Necesita permiso para ver colas, casos y comentarios, nada más.' },
    password: { label: 'Contraseña', help: '' },
    token: {
      label: 'Llave',
      help: 'En lugar de usuario y contraseña; Request Tracker la comprueba más rápido.',
    },
    queues: { label: 'Colas', help: 'Vacío: todas las colas que este usuario puede ver.' },
    statuses: { label: 'Estados', help: '' },
    severities: { label: 'Severidades', help: 'Un valor, un intervalo como 30-59, o 90+ para ese y más.' },
    fields: {
      label: 'Campos',
      help: 'Un campo personalizado por su nombre, o Priority, Queue, Owner, Requestor, Requestor domain.',
    },
    phoneMarker: {
      label: 'Marca de una llamada',
      help: 'Un comentario que empieza así es una llamada telefónica.',
    },
    defaultChannel: { label: 'Canal de un caso que no indica ninguno', help: '' },
    mnoSenders: {
      label: 'Operadores móviles',
      help: 'Usuarios o dominios de correo que escriben por una MNO.',
    },
  },
  file: {
    path: { label: 'Archivo', help: 'En la máquina en la que corre Meridian.' },
    eventsPath: { label: 'Archivo de hechos', help: 'Solo si están en un segundo archivo.' },
    columns: { label: 'Columnas', help: 'Vacío: se hallan por sus nombres.' },
    statuses: { label: 'Estados', help: '' },
    severities: { label: 'Severidades', help: '' },
    timeZone: {
      label: 'Zona horaria',
      help: 'De las horas sin desfase, por ejemplo Europe/Madrid. Sin ella, tales horas se rechazan.',
    },
    listsAll: { label: 'Contiene todos los casos', help: 'Un caso que ya no está en el archivo ha salido.' },
  },
  statuspage: {
    address: {
      label: 'Dirección',
      help: 'La dirección de la página tal como se abre, por ejemplo https://status.example.com',
    },
  },
  feed: {
    address: {
      label: 'Dirección',
      help: 'La dirección del propio canal, por ejemplo https://status.example.com/history.atom',
    },
  },
}
