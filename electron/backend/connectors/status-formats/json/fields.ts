import { readDate } from '../text/read-date.ts'

/** Reading answers of strangers: every getter gives null or an empty list instead of trusting a shape. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** A non-empty string, or a number as its digits. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' ? null : text
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function objectsOf(value: unknown): readonly JsonObject[] {
  return listOf(value).filter(isObject)
}

/** Names out of ["SMS"], [{ name: "SMS" }] or [{ title: "SMS" }]. */
export function namesOf(value: unknown): string[] {
  return listOf(value)
    .map((entry) => (isObject(entry) ? (textOf(entry['name']) ?? textOf(entry['title'])) : textOf(entry)))
    .filter((name) => name !== null)
}

export function timeOf(value: unknown): number | null {
  return typeof value === 'string' ? readDate(value) : null
}
