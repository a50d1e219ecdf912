/** What providers call the stages of an incident, in the languages seen; lower case. */
const OPEN_WORDS = [
  'investigating',
  'identified',
  'monitoring',
  'update',
  'updated',
  'in progress',
  'in_progress',
  'verifying',
  'ongoing',
  'active',
  'started',
  'untersuchung',
  'wird untersucht',
  'identifiziert',
  'beobachtung',
  'in bearbeitung',
  'laufend',
  'begonnen',
  'investigando',
  'identificado',
  'supervisando',
]
const PLANNED_WORDS = ['scheduled', 'planned', 'geplant', 'programado']
const CLOSED_WORDS = [
  'resolved',
  'postmortem',
  'completed',
  'complete',
  'closed',
  'ended',
  'cancelled',
  'canceled',
  'recovered',
  'gelöst',
  'behoben',
  'beendet',
  'abgeschlossen',
  'resuelto',
  'finalizado',
  'completado',
  'résolu',
  'terminé',
]
const MAINTENANCE_WORDS = [...PLANNED_WORDS, 'in progress', 'in_progress', 'verifying', 'completed']

/**
 * Whether a status word that stands by itself ("[Gelöst]", "Status: Monitoring") means open; null for a word that is
 * neither, such as "Information".
 */
export function opennessOf(word: string): boolean | null {
  const known = word.trim().toLowerCase()
  if (CLOSED_WORDS.includes(known)) return false
  return OPEN_WORDS.includes(known) || PLANNED_WORDS.includes(known) ? true : null
}

/** Words that only a planned window goes through. */
export function isMaintenanceWord(word: string): boolean {
  return MAINTENANCE_WORDS.includes(word.trim().toLowerCase())
}
