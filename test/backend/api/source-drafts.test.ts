import { describe, expect, test } from 'vitest'
import { refuseAnotherDesk } from '../../../electron/backend/api/source-drafts.ts'
import { requestTracker } from '../../../electron/backend/connectors/request-tracker/connector.ts'
import { statuspage } from '../../../electron/backend/connectors/statuspage/connector.ts'
import type { Connector } from '../../../electron/backend/connectors/connector.ts'

function moveTo(address: string, tickets: number, connector: Connector = requestTracker) {
  const { kind, role } = connector
  const held = {
    id: 'desk',
    kind,
    role,
    name: 'Desk',
    enabled: true,
    pollSeconds: 60,
    config: { address: 'http://desk.example/rt' },
    sealedSecrets: {},
  }
  return refuseAnotherDesk({ kind, name: 'Desk', config: { address } }, held, connector, tickets)
}

describe('a source whose address changes', () => {
  test('is refused for another help desk while it holds tickets of the first', () => {
    expect(moveTo('http://other.example/rt', 12)).toMatchObject({
      place: 'config.address',
      reason: expect.stringContaining('12 tickets of desk.example'),
    })
  })

  test('may be corrected while nothing was read from it', () => {
    expect(moveTo('http://other.example/rt', 0)).toBeNull()
  })

  test('may change to https, or to another path of the same host', () => {
    expect(moveTo('https://desk.example/rt', 12)).toBeNull()
    expect(moveTo('http://desk.example/', 12)).toBeNull()
  })

  test('may be any page for a status page: it keeps no history of its own', () => {
    expect(moveTo('http://other.example/', 3, statuspage)).toBeNull()
  })
})
