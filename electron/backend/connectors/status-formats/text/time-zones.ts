/**
 * Minutes east of Greenwich for the zone names feeds use. Ambiguous names take the reading that senders of status
 * mail mean most: IST is India, BST is British Summer Time, CST is US Central (RFC 5322), AST is Atlantic.
 */
const ZONE_MINUTES: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  WAT: 60,
  CEST: 120,
  MEST: 120,
  EET: 120,
  CAT: 120,
  SAST: 120,
  EEST: 180,
  MSK: 180,
  EAT: 180,
  TRT: 180,
  GST: 240,
  PKT: 300,
  IST: 330,
  NPT: 345,
  ICT: 420,
  WIB: 420,
  AWST: 480,
  HKT: 480,
  MYT: 480,
  PHT: 480,
  SGT: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  AEST: 600,
  ACDT: 630,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NDT: -150,
  NST: -210,
  ADT: -180,
  ART: -180,
  BRT: -180,
  AST: -240,
  CLT: -240,
  EDT: -240,
  EST: -300,
  CDT: -300,
  COT: -300,
  CST: -360,
  MDT: -360,
  MST: -420,
  PDT: -420,
  PST: -480,
  AKDT: -480,
  AKST: -540,
  HST: -600,
}

/**
 * Minutes east of Greenwich of "Z", "+0200", "-08:00", "GMT+1", "CEST". No zone counts as UTC (0), as most feeds
 * mean it; a name nobody knows is null, for guessing one would move the moment by hours.
 */
export function zoneMinutes(zone: string): number | null {
  const name = zone.trim().toUpperCase()
  if (name === '') return 0
  const offset = /^(?:GMT|UTC|UT)?\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(name)
  if (offset === null) return ZONE_MINUTES[name] ?? null
  const hours = Number(offset[2])
  const minutes = Number(offset[3] ?? 0)
  if (hours > 14 || minutes > 59) return null
  return (offset[1] === '-' ? -1 : 1) * (hours * 60 + minutes)
}
