import type { Finding } from '@vigie/kernel'
import { udiFindings } from '../findings.js'
import { AIS, aiAt } from './ai-lookup.js'
import type { Element } from './element.js'
import { shown } from './element.js'

/** The separator between elements as scanners send it: FNC1 in data is the control character GS. */
export const GS = '\u001d'

export interface Elements {
  readonly elements: readonly Element[]
  /** Elements whose value ran to the end or to a separator, so that a lost separator may hide in it. */
  readonly open: readonly Element[]
  readonly findings: readonly Finding[]
}

/**
 * Splits a raw element string (GS1 General Specifications, section 7.8): values of predefined length end by
 * themselves, all others at the next separator or the end. Nothing is guessed; at an unknown AI reading stops.
 */
export function splitRaw(text: string): Elements {
  const elements: Element[] = []
  const open: Element[] = []
  const findings: Finding[] = []
  let at = text.startsWith(GS) ? 1 : 0
  while (at < text.length) {
    if (text[at] === GS) {
      findings.push(udiFindings.make.SEPARATOR_EXTRA({ path: `character ${at + 1}` }, { value: '' }))
      at++
      continue
    }
    const ai = aiAt(text, at)
    if (!ai) {
      findings.push(udiFindings.make.AI({ path: `character ${at + 1}` }, { value: shown(text.slice(at)) }))
      break
    }
    const from = at + ai.ai.length
    const separator = text.indexOf(GS, from)
    const limit = separator < 0 ? text.length : separator
    const to = ai.predefined === undefined ? limit : Math.min(limit, from + ai.predefined)
    const element = { ai, value: text.slice(from, to) }
    elements.push(element)
    if (ai.predefined === undefined) open.push(element)
    at = text[to] === GS ? to + 1 : to
  }
  if (elements.length === 0 && findings.length === 0) {
    findings.push(udiFindings.make.EMPTY({ path: 'label' }, { what: 'The label' }))
  }
  return { elements, open, findings }
}

const BRACKETS = /(?<!\\)\((\d{2,4})\)/g

/** Whether the text is written with brackets around the AIs, as printed next to a barcode. */
export function isBracketed(text: string): boolean {
  return text.startsWith('(')
}

/**
 * Splits the printed form, `(01)...(10)...`. A bracket that holds two to four digits begins an element; any other
 * bracket belongs to the value, as does one after a backslash. Spaces and line ends around the brackets are printing, not data.
 */
export function splitBracketed(text: string): Elements {
  const marks = [...text.matchAll(BRACKETS)]
  const findings: Finding[] = []
  const elements: Element[] = []
  if (marks[0]?.index !== 0) {
    findings.push(udiFindings.make.AI({ path: 'character 1' }, { value: shown(text) }))
  }
  let spaced = false
  marks.forEach((mark, i) => {
    const ai = AIS.get(mark[1] ?? '')
    const raw = text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length)
    const trimmed = raw.trim()
    if (trimmed !== raw) spaced = true
    const value = trimmed.replaceAll('\\(', '(')
    if (ai) elements.push({ ai, value })
    else findings.push(udiFindings.make.AI({ path: `(${mark[1]})` }, { value: shown(mark[0]) }))
  })
  if (spaced) findings.push(udiFindings.make.SPACES({ path: 'label' }, { value: shown(text) }))
  return { elements, open: [], findings }
}
