import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useState,
} from 'react'
import { createKeyRegistry, type KeyBinding, type KeyRegistry } from './key-registry.ts'

const KeysContext = createContext<KeyRegistry | null>(null)

/** The one place that listens to the keyboard for the whole page. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createKeyRegistry)
  const listen = useEffectEvent((event: KeyboardEvent) => {
    // Inside a shadow root (the policy editor) the event's own target is only the root's host.
    const [innermost] = event.composedPath()
    const target = innermost instanceof HTMLElement ? innermost : null
    if (event.defaultPrevented || (target !== null && keepsKey(target, event))) return
    if (!registry.press(event, performance.now())) return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    // A button under the focus takes every Enter for itself and lets nobody else hear of it.
    function listenFirst(event: KeyboardEvent): void {
      if (isChordOfEnter(event)) listen(event)
    }
    function listenLast(event: KeyboardEvent): void {
      if (!isChordOfEnter(event)) listen(event)
    }
    document.addEventListener('keydown', listenFirst, { capture: true })
    document.addEventListener('keydown', listenLast)
    return () => {
      document.removeEventListener('keydown', listenFirst, { capture: true })
      document.removeEventListener('keydown', listenLast)
    }
  }, [])
  return <KeysContext value={registry}>{children}</KeysContext>
}

export function useKeyRegistry(): KeyRegistry {
  const registry = useContext(KeysContext)
  if (registry === null) throw new Error('useKeys needs a KeysProvider above it.')
  return registry
}

/**
 * Registers the keys of a screen while it is shown; the help window (`?`) lists them under `group`.
 * A later registration of the same keys wins, so a drawer may take Escape from the board beneath it.
 */
export function useKeys(group: string, bindings: readonly KeyBinding[]): void {
  const registry = useKeyRegistry()
  const id = useId()
  const shape = bindings.map((binding) => `${binding.keys}|${binding.label}`).join('\n')
  const run = useEffectEvent((index: number) => bindings[index]?.run())
  const stable = useMemo(
    () => (shape === '' ? [] : shape.split('\n').map((line, index) => ({ ...splitShape(line), index }))),
    [shape],
  )
  useEffect(() => {
    const registered = stable.map(({ keys, label, index }) => ({ keys, label, run: () => run(index) }))
    return registry.register(id, group, registered)
  }, [registry, id, group, stable])
}

function splitShape(line: string): { keys: string; label: string } {
  const [keys = '', label = ''] = line.split('|')
  return { keys, label }
}

function isChordOfEnter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey)
}

/** Whether the element under the focus has its own use for the key. */
function keepsKey(target: HTMLElement, event: KeyboardEvent): boolean {
  // Windows and opened lists have keys of their own, Escape among them.
  if (target.closest(OVERLAYS) !== null) return true
  if (event.ctrlKey || event.metaKey) return false
  // Typing is typing, but Escape always means "out of here".
  if (isEditable(target)) return event.key !== 'Escape'
  return (event.key === 'Enter' || event.key === ' ') && target.closest('button, a, summary') !== null
}

const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

function isEditable(element: HTMLElement): boolean {
  if (element.isContentEditable) return true
  if (element instanceof HTMLInputElement) return element.type !== 'checkbox' && element.type !== 'radio'
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}
