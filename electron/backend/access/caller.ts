import type { Role } from '../../../shared/contract/roles.ts'

/** Who calls an operation. Shells make one per connection, after they have proved it. */
export interface Caller {
  readonly name: string
  readonly role: Role
  readonly via: 'window' | 'loopback' | 'session' | 'wall-token'
}
