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
    const target = event.target instanceof HTMLElement ? event.target : null
    const isTyping = target !== null && isEditable(target)
    // Inside a modal window its own keys hold; typing is typing, but Escape always means "out of here".
    if (document.querySelector('[data-ismodal]') !== null) return
    if (isTyping && event.key !== 'Escape' && !event.ctrlKey && !event.metaKey) return
    if (registry.press(event, performance.now())) event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
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
    () => shape.split('\n').map((line, index) => ({ ...splitShape(line), index })),
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

function isEditable(element: HTMLElement): boolean {
  if (element.isContentEditable) return true
  if (element instanceof HTMLInputElement) return element.type !== 'checkbox' && element.type !== 'radio'
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}
