import type { Day } from '@vigie/kernel'
import { udiFindings } from '../findings.js'
import type { LabelResult } from '../result.js'
import { draft, finish } from '../result.js'
import { associationFindings } from './associations.js'
import { decodeElements } from './decode.js'
import { elementFindings, shown } from './element.js'
import type { Elements } from './element-string.js'
import { GS, isBracketed, splitBracketed, splitRaw } from './element-string.js'
import { hiddenElements } from './lost-separator.js'

/** A label has a handful of values of free length; more are noise, not worth the search for lost separators. */
const LOOKED_AT = 8

/** Judges and decodes elements that were already split. `raw` is the text they came from. */
export function gs1Result(split: Elements, raw: string, today: Day | undefined): LabelResult {
  const d = draft('GS1', 'label', today)
  const { year } = d
  decodeElements(d, split.elements, year)
  for (const element of split.elements) d.findings.push(...elementFindings(element, year))
  d.findings.push(...split.findings)
  const present = new Set(split.elements.map(e => e.ai.ai))
  if (!present.has('01') && split.elements.length > 0) {
    d.findings.push(udiFindings.make.NO_DI({ path: 'label' }, { value: shown(raw) }))
  }
  d.findings.push(...associationFindings(split.elements))
  for (const element of split.open.slice(0, LOOKED_AT)) {
    const others = hiddenElements(element, present, raw.slice(1).includes(GS), year)
    if (others.length === 0) continue
    const says = { what: element.ai.name, value: shown(element.value) }
    d.findings.push(udiFindings.make.SEPARATOR_LOST({ path: `(${element.ai.ai})` }, says))
    for (const other of others) {
      const reading = draft('GS1', 'label')
      decodeElements(
        reading,
        split.elements.flatMap(e => (e === element ? other : [e])),
        year,
      )
      d.alternatives.push(reading.data)
    }
  }
  return finish(d)
}

/**
 * Reads a GS1 element string, raw with separators or as printed with brackets (GS1 General Specifications, sections
 * 3 and 7.8). Two-digit years follow the century rule relative to `today`.
 *
 * @example parseGs1('(01)07032069804988(17)261200(10)A1').expiry // '2026-12-31'
 */
export function parseGs1(text: string, today?: Day): LabelResult {
  return gs1Result(isBracketed(text) ? splitBracketed(text) : splitRaw(text), text, today)
}
