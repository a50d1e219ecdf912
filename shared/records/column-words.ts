/** Apart from the schemas, for a page that does without them. */

/**
 * What a column holds, recognised from its name and values and changed by hand where the guess is wrong: a name or class
 * (carrier, codec, country); a number; an instant; digits whose first ones mean something (telephone number, ICCID, IMSI,
 * IMEI, EID); what names one record and nothing else (Call-ID, UUID).
 */
export const COLUMN_KINDS = ['category', 'number', 'time', 'digits', 'identifier'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** What a column is in the trade, whatever its file calls it. */
export const COLUMN_ROLES = [
  'call-id',
  'calling-number',
  'called-number',
  'sip-code',
  'release-cause',
  'status',
  'codec',
  'gateway',
  'carrier',
  'customer',
  'iccid',
  'imsi',
  'imei',
  'eid',
  'msisdn',
  'mno',
  'apn',
  'rate-plan',
  'location',
  'start',
  'end',
  'duration',
  'failed-count',
  'total-count',
  'weight',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]
