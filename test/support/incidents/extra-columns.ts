import type { Chance } from './chance.ts'
import type { ExtraColumn } from './labelled-case.ts'
import type { Happened } from './pick-by-hand.ts'
import type { RecordSettings } from './record-presets.ts'

const SIP_FAILURES = ['503', '408', '404', '480', '500', '403', '488', '486']

/** Columns beside the attributes: identifiers, the SIP code that follows from failing, the time of day. */
export function extraColumns(chance: Chance, happened: Happened, settings: RecordSettings): ExtraColumn[] {
  const extras: ExtraColumn[] = []
  const rows = [...happened.failed.keys()]
  if (settings.identifiers) {
    const issuer = happened.attributes[0]
    extras.push({
      name: 'iccid',
      texts: rows.map((row) => `8944${twoDigits(issuer?.codes[row] ?? 0)}${digits(chance, 13)}`),
    })
    // Numbers kept free for stories: London and the United States.
    extras.push({
      name: 'called_number',
      texts: rows.map(() =>
        chance.share() < 0.5
          ? `442079460${digits(chance, 3)}`
          : `1${chance.whole(201, 989)}55501${digits(chance, 2)}`,
      ),
    })
  }
  if (settings.outcomeProxy)
    extras.push({
      name: 'sip_code',
      texts: rows.map((row) => {
        if (happened.failed[row] === 0) return '200'
        const because = happened.becauseOf[row] ?? 0
        const usual = SIP_FAILURES[(because - 1) % SIP_FAILURES.length]
        return because > 0 && usual !== undefined && chance.share() < 0.85 ? usual : chance.pick(SIP_FAILURES)
      }),
    })
  if (happened.seconds !== null)
    extras.push({ name: 'second', texts: Array.from(happened.seconds, (second) => String(second)) })
  return extras
}

function twoDigits(code: number): string {
  return String(code % 100).padStart(2, '0')
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.whole(0, 9)).join('')
}
