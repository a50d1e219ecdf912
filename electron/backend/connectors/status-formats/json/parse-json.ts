/**
 * JSON with whole numbers above 2^53 kept as their digits: providers number incidents beyond what a double holds,
 * and two of them must not become one. Throws SyntaxError, or RangeError for absurd nesting.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, keepLargeNumbers)
}

function keepLargeNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value)) return value
  return context?.source ?? value
}
