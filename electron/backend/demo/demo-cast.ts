import type { Desk } from '../../../shared/contract/settings.ts'

/**
 * Who lives in the demo world. Names say that they are examples, operators carry the test network's country code
 * (MCC 001), owners are roles: nothing here can be taken for a real customer.
 */

export interface DemoOperator {
  readonly id: string
  readonly name: string
  readonly network: string
  readonly country: string
  readonly services: readonly [string, ...string[]]
}

export const OPERATORS: readonly [DemoOperator, ...DemoOperator[]] = [
  {
    id: 'example-mobile-north',
    name: 'Example Mobile North',
    network: '001-01',
    country: 'Exampleland',
    services: ['Data roaming', 'SMS', 'Voice'],
  },
  {
    id: 'example-mobile-south',
    name: 'Example Mobile South',
    network: '001-02',
    country: 'Sampleland',
    services: ['Data roaming', 'SMS', 'HLR'],
  },
  {
    id: 'sample-tel',
    name: 'Sample Tel',
    network: '001-03',
    country: 'Sampleland',
    services: ['Data', 'SMS', 'Private APN'],
  },
  {
    id: 'specimen-wireless',
    name: 'Specimen Wireless',
    network: '001-04',
    country: 'Specimen Islands',
    services: ['Data', 'Voice', 'Interconnect'],
  },
]

export interface DemoCustomer {
  readonly name: string
  readonly help: string
  readonly operator: DemoOperator
  readonly policyId: 'wireless-logic-sim-assist' | 'ipass-help-desk'
  readonly sims: number
}

function customer(
  name: string,
  operator: number,
  policyId: DemoCustomer['policyId'],
  sims: number,
): DemoCustomer {
  const host = name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return {
    name,
    help: `helpdesk@${host}.example`,
    operator: OPERATORS[operator] ?? OPERATORS[0],
    policyId,
    sims,
  }
}

const SIM_ASSIST = 'wireless-logic-sim-assist'
const HELP_DESK = 'ipass-help-desk'

export const CUSTOMERS: readonly [DemoCustomer, ...DemoCustomer[]] = [
  customer('Example Metering', 0, SIM_ASSIST, 48_000),
  customer('Example Parking', 0, SIM_ASSIST, 2_600),
  customer('Sample Fleet', 1, SIM_ASSIST, 12_400),
  customer('Sample Lifts', 1, SIM_ASSIST, 900),
  customer('Specimen Vending', 2, SIM_ASSIST, 3_300),
  customer('Specimen Alarms', 2, SIM_ASSIST, 7_100),
  customer('Placeholder Ports', 3, SIM_ASSIST, 640),
  customer('Placeholder Rail', 3, SIM_ASSIST, 5_200),
  customer('Dummy Payments', 0, SIM_ASSIST, 15_800),
  customer('Example Travel Access', 1, HELP_DESK, 0),
  customer('Sample Consulting Access', 2, HELP_DESK, 0),
  customer('Specimen Shipping Access', 3, HELP_DESK, 0),
]

/** Three desks that follow the sun; their hours meet without a gap in both halves of the year. */
export const DESKS: readonly Desk[] = [
  desk('bangalore', 'Bangalore', 'Asia/Kolkata', '06:00', '15:00'),
  desk('bruges', 'Bruges', 'Europe/Brussels', '09:00', '19:00'),
  desk('california', 'California', 'America/Los_Angeles', '08:00', '19:00'),
]

function desk(id: string, name: string, timeZone: string, from: string, to: string): Desk {
  const hours: [string, string][] = [[from, to]]
  return {
    id,
    name,
    timeZone,
    hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
  }
}

/** Owners are posts, not people. */
export const OWNERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  bangalore: ['bangalore-noc-1', 'bangalore-noc-2', 'bangalore-noc-3'],
  bruges: ['bruges-noc-1', 'bruges-noc-2'],
  california: ['california-noc-1', 'california-noc-2'],
}

export const SUBJECTS: Readonly<Record<'high' | 'middle' | 'low', readonly [string, ...string[]]>> = {
  high: [
    'All SIMs offline since {time} UTC',
    'No data session on any device, {operator}',
    'Whole private APN unreachable',
    'All users fail to sign in',
  ],
  middle: [
    'About {count} SIMs cannot attach on {operator}',
    'SMS delayed by more than an hour, {operator}',
    'Sessions drop every few minutes',
    'Access points in {country} refuse users',
  ],
  low: [
    'One device without data, {operator}',
    'Question on rate plan',
    'Change of APN for a test SIM',
    'CDR missing for yesterday',
    'Portal shows wrong last session',
  ],
}
