import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { MeridianClient } from '../../shared/contract/index.ts'
import { roleAllows } from '../../shared/contract/role-order.ts'
import type { Role } from '../../shared/contract/roles.ts'
import type { AppInfo } from './app-info.ts'
import type { ConnectionState } from './connection.ts'
import type { Hub, LiveName, LiveValues } from './hub.ts'
import type { LiveView } from './live-collection.ts'

const HubContext = createContext<Hub | null>(null)

export function HubProvider({ hub, children }: { hub: Hub; children: ReactNode }) {
  return <HubContext value={hub}>{children}</HubContext>
}

export function useHub(): Hub {
  const hub = useContext(HubContext)
  if (hub === null) throw new Error('useHub needs a HubProvider above it.')
  return hub
}

/** One typed function per operation of the contract. */
export function useClient(): MeridianClient {
  return useHub().client
}

export function useConnection(): ConnectionState {
  const { connection } = useHub()
  return useSyncExternalStore(connection.subscribe, connection.getState)
}

/** What the backend says of itself and the caller; null until the first answer. */
export function useAppInfo(): AppInfo | null {
  const { info } = useHub()
  return useSyncExternalStore(info.subscribe, info.getInfo)
}

/** Whether the caller may do what needs `role`. The backend checks again; this only hides what would be refused. */
export function useMay(role: Role): boolean {
  const info = useAppInfo()
  return info !== null && roleAllows(info.caller.role, role)
}

/** A live collection of the contract: `useLive('board')`, `'sources'`, `'status'`, `'alerts'`, `'forecast'`. */
export function useLive<Name extends LiveName>(name: Name): LiveView<LiveValues[Name]> {
  const collection = useHub().live[name]
  return useSyncExternalStore<LiveView<LiveValues[Name]>>(collection.subscribe, collection.getView)
}
