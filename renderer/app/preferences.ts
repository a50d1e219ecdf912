import { useSyncExternalStore } from 'react'

export const THEMES = ['dark', 'light', 'contrast'] as const
export const LANGUAGES = ['en', 'es'] as const
export const DENSITIES = ['compact', 'comfortable'] as const

/** How one viewer likes the page; kept in this browser only. */
export interface Preferences {
  readonly theme: (typeof THEMES)[number]
  readonly language: (typeof LANGUAGES)[number]
  readonly density: (typeof DENSITIES)[number]
}

const STORAGE_KEY = 'meridian.preferences'
const listeners = new Set<() => void>()
let current: Preferences | null = null

function oneOf<T extends string>(values: readonly T[], value: unknown, fallback: T): T {
  return values.find((known) => known === value) ?? fallback
}

/** Reads what was stored; anything unknown in it counts as not chosen. */
export function parsePreferences(text: string | null, browserLanguage: string): Preferences {
  let stored: Record<string, unknown> = {}
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) stored = { ...parsed }
  } catch {
    // Written by hand or by another program: the defaults hold.
  }
  return {
    theme: oneOf(THEMES, stored['theme'], 'dark'),
    language: oneOf(LANGUAGES, stored['language'], browserLanguage.startsWith('es') ? 'es' : 'en'),
    density: oneOf(DENSITIES, stored['density'], 'compact'),
  }
}

export function getPreferences(): Preferences {
  current ??= parsePreferences(localStorage.getItem(STORAGE_KEY), navigator.language)
  return current
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...getPreferences(), ...change }
  localStorage.setItem(STORAGE_KEY, JSON.stringify(current))
  applyPreferences(current)
  for (const listener of listeners) listener()
}

/** Puts theme, density and language on the document, where the style sheet and screen readers look. */
export function applyPreferences(preferences: Preferences): void {
  const root = document.documentElement
  root.dataset['theme'] = preferences.theme
  root.dataset['density'] = preferences.density
  root.lang = preferences.language
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, getPreferences)
}
