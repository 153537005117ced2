import { AIS } from './ai-lookup.js'
import { GS } from './element-string.js'

/** Elements as a label holds them: digits of the application identifier and value. */
export type AiValue = readonly [string, string]

/** Writes elements as printed: `(01)07032069804988(10)0329`. */
export function renderBracketed(elements: readonly AiValue[]): string {
  return elements.map(([ai, value]) => `(${ai})${value}`).join('')
}

/** Writes elements as a scanner sends them, with a separator after each value of free length but the last. */
export function renderRaw(elements: readonly AiValue[]): string {
  return elements
    .map(([ai, value], i) => {
      const open = AIS.get(ai)?.predefined === undefined
      return `${ai}${value}${open && i < elements.length - 1 ? GS : ''}`
    })
    .join('')
}
