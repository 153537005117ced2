/** The same value with number arrays as plain lists and null for what is not a number, ready for JSON. */
export function plainNumbers(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value, v => (Number.isFinite(v) ? v : null))
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) return value.map(plainNumbers)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plainNumbers(v)]))
  }
  return value
}
