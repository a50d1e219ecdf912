import { COLUMN_ROLES, type ColumnRole } from '../../records/column-words.ts'

/**
 * What columns are called in records of switches and SIM platforms, without their spaces, hyphens, dots and capitals.
 * From the documentation of Asterisk, FreeSWITCH, Kamailio (acc), ConnexCS and carriers' exports. In order: a role that
 * only one column has goes to the first of these.
 */
const NAMES = {
  'call-id':
    'callid sipcallid callidentifier calluuid uniqueid uuid cdrid corrid correlationid acctsessionid sessionid recordid coreuuid callreference ucid linkedid bleguuid',
  'calling-number':
    'ani src callingnumber callingparty callingpartynumber caller callerid calleridnumber callernumber callerno anumber aparty apartynumber from fromnumber fromuser srcuser srcnumber sourcenumber source cli clinumber originator origin srccli callingtn orignumber',
  'called-number':
    'dnis dst callednumber calledparty calledpartynumber callee calleenumber calleeno destinationnumber bnumber bparty bpartynumber to tonumber touser dstuser dstouser dstnumber destnumber destination dest dialednumber diallednumber dialed did destcli calledtn termnumber',
  'sip-code':
    'sipcode sipstatus sipstatuscode sipresponse sipresponsecode sipcause siptermstatus responsecode replycode finalcode finalresponsecode lastsipcode sipfinalcode siperror siperrorcode',
  'release-cause':
    'q850 q850cause q850code releasecause releasecode releasereason cause causecode hangupcause hangupcauseid hangupcauseq850 hangupcode disconnectcause disconnectcode disconnectreason terminationcause terminatecause isdncause isupcause endreason',
  status:
    'status disposition outcome result callstatus callresult dialstatus simstatus sipreason reason connectionstatus registrationstatus success',
  codec: 'codec readcodec writecodec codecname audiocodec mediacodec codecused payload',
  gateway:
    'gateway gw gatewayname sipgateway sipgatewayname egressgateway ingressgateway dstgateway srcgateway trunk trunkname trunkgroup egresstrunk ingresstrunk sbc',
  carrier:
    'carrier carriername provider providername vendor vendorname supplier suppliername termcarrier terminator outcarrier egresscarrier route routename',
  customer:
    'customer customername account accountname accountcode accountid accountnumber customerid client clientname clientid tenant company enterprise organisation organization',
  iccid: 'iccid ccid simiccid simid simnumber simserial',
  imsi: 'imsi primaryimsi activeimsi',
  imei: 'imei deviceimei imeisv',
  eid: 'eid euiccid',
  msisdn: 'msisdn phonenumber mobilenumber subscribernumber telephonenumber',
  mno: 'mno operator operatorname mobileoperator mobilenetwork network networkname networkoperator servingnetwork visitednetwork homenetwork plmn mccmnc',
  apn: 'apn apnname accesspoint accesspointname dnn',
  'rate-plan': 'rateplan rateplanname plan planname tariff tariffplan tariffname ratecard product bundle',
  location:
    'location country countryname city region site province area cell cellid visitedcountry destcountry',
  start:
    'start starttime startstamp startdate starttimestamp calldate callstart callstarttime calltime callbegin setuptime startepoch startuepoch timestart begintime begin connectiontime eventtime datetimestart datetime timestamp time date dt ts created createdat minute',
  end: 'end endtime endstamp enddate endtimestamp callend callendtime datetimeend hanguptime disconnecttime releasetime stop stoptime endepoch enduepoch',
  duration:
    'billsec billableseconds billduration duration durationseconds durationsec callduration calldurationseconds talktime sessiontime durations durationms conversationtime acctsessiontime length',
  'failed-count':
    'failed failedcount failedcalls failures failurecount fails failcount fail nfailed numfailed errors errorcount bad',
  'total-count': 'total totalcount totalcalls calls callcount attempts requests ntotal numtotal all count',
  weight: 'weight multiplicity copies',
}

const ROLE_BY_NAME: ReadonlyMap<string, { readonly role: ColumnRole; readonly rank: number }> = new Map(
  COLUMN_ROLES.flatMap((role) => NAMES[role].split(' ').map((name, rank) => [name, { role, rank }] as const)),
)

/** The role a name stands for, and how sure a sign it is (0: surest); null for a name of the file's own. */
export function roleOfName(name: string): { readonly role: ColumnRole; readonly rank: number } | null {
  const whole = ROLE_BY_NAME.get(bare(name))
  if (whole !== undefined) return whole
  // `variables.sip_gateway_name` of a nested file, `Duration (sec)`, `Date/Time Start (UTC)`.
  const withoutBrackets = ROLE_BY_NAME.get(bare(name.replace(/\([^)]*\)/g, '')))
  if (withoutBrackets !== undefined) return withoutBrackets
  const last = name.split('.').at(-1) ?? name
  return last === name ? null : (ROLE_BY_NAME.get(bare(last)) ?? null)
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function words(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
}

const TIME_WORDS = new Set(
  'time date datetime timestamp stamp epoch uepoch start end answer at ts created updated begin stop since until seen'.split(
    ' ',
  ),
)
const CLASS_WORDS = new Set(
  'id code prefix type class version port mcc mnc lac tac vlan asn zip postcode plan group number no name key index slot line'.split(
    ' ',
  ),
)

/** Whether a name speaks of an instant. */
export function speaksOfTime(name: string): boolean {
  return words(name).some((word) => TIME_WORDS.has(word) || /(?:time|date|stamp|epoch)$/.test(word))
}

/** Whether the numbers under a name are names: `carrier_id`, `cell code`, `firmware version`. */
export function speaksOfClass(name: string): boolean {
  return words(name).some((word) => CLASS_WORDS.has(word))
}
