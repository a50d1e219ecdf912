import { describe, expect, test } from 'vitest'
import { createKeyRegistry, type KeyPress } from '../../../renderer/app/key-registry.ts'

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...held }
}

function recorder() {
  const done: string[] = []
  const binding = (keys: string, name = keys) => ({ keys, label: name, run: () => void done.push(name) })
  return { done, binding }
}

describe('the key registry', () => {
  test('runs single keys, sequences and modified keys', () => {
    const { done, binding } = recorder()
    const registry = createKeyRegistry()
    registry.register('1', 'Everywhere', [binding('j'), binding('g b'), binding('Mod+k')])
    expect(registry.press(press('j'), 0)).toBe(true)
    expect(registry.press(press('g'), 10)).toBe(true)
    expect(registry.press(press('b'), 20)).toBe(true)
    registry.press(press('k', { metaKey: true }), 30)
    registry.press(press('K', { ctrlKey: true }), 40)
    expect(done).toEqual(['j', 'g b', 'Mod+k', 'Mod+k'])
  })

  test('leaves alone what is not bound, and what the browser owns', () => {
    const { done, binding } = recorder()
    const registry = createKeyRegistry()
    registry.register('1', 'Everywhere', [binding('f'), binding('g b')])
    expect(registry.press(press('x'), 0)).toBe(false)
    expect(registry.press(press('f', { ctrlKey: true }), 0)).toBe(false)
    expect(registry.press(press('f', { altKey: true }), 0)).toBe(false)
    expect(registry.press(press('b'), 0)).toBe(false)
    expect(done).toEqual([])
  })

  test('a sequence typed too slowly is no sequence', () => {
    const { done, binding } = recorder()
    const registry = createKeyRegistry()
    registry.register('1', 'Everywhere', [binding('g b')])
    registry.press(press('g'), 0)
    expect(registry.press(press('b'), 5_000)).toBe(false)
    expect(done).toEqual([])
  })

  test('what was registered last answers first, and gives the key back when it goes', () => {
    const { done, binding } = recorder()
    const registry = createKeyRegistry()
    registry.register('board', 'Board', [binding('Escape', 'board')])
    const leave = registry.register('drawer', 'Drawer', [binding('Escape', 'drawer')])
    registry.press(press('Escape'), 0)
    leave()
    registry.press(press('Escape'), 0)
    expect(done).toEqual(['drawer', 'board'])
    expect(registry.list().map((group) => group.group)).toEqual(['Board'])
  })

  test('parts of a screen under one name are listed together, and what binds nothing is not', () => {
    const { binding } = recorder()
    const registry = createKeyRegistry()
    registry.register('rows', 'Board', [binding('j')])
    registry.register('strip', 'Board', [binding('6')])
    registry.register('empty', 'Nothing', [])
    expect(registry.list().map(({ group, bindings }) => [group, bindings.map(({ keys }) => keys)])).toEqual([
      ['Board', ['j', '6']],
    ])
  })
})
