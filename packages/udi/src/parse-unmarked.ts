import type { Day } from '@vigie/kernel'
import { checkBasicUdiDi, issuingEntityOfBasic } from './basic-udi-di.js'
import { referenceYear } from './dates.js'
import { udiFindings } from './findings.js'
import { normaliseGtin, verifyGs1CheckDigit } from './gs1/check-digit.js'
import type { Element } from './gs1/element.js'
import { elementFindings, shown } from './gs1/element.js'
import { splitRaw } from './gs1/element-string.js'
import { verifyGmn } from './gs1/gmn.js'
import { parseGs1 } from './gs1/label.js'
import { hibcCheckCharacter, isHibcText } from './hibcc/check-character.js'
import { identifierResult } from './identifier-result.js'
import { verifyPpn } from './ifa/ppn.js'
import { isCset32, isCset82 } from './modulo-1021.js'
import type { LabelResult } from './result.js'
import { draft, finish, remarked } from './result.js'
import { checkUdiDi } from './udi-di.js'

/**
 * How much speaks for a text without brackets and separators being GS1 elements: a key whose check digit agrees; a
 * value of fixed length that is right, such as a date; a free lot or serial number; a key or date with other faults.
 */
type Gs1Evidence = 'checked' | 'structured' | 'production' | 'begun' | 'none'

const ITEM_KEYS = new Set(['00', '01', '02', '03'])

function gs1Evidence(elements: readonly Element[], clean: boolean, year: number): Gs1Evidence {
  const [first] = elements
  if (!first) return 'none'
  const { ai, predefined, components } = first.ai
  const faults = elementFindings(first, year)
  const hasCheck = components.some(c => c.checks.includes('csum') || c.checks.includes('csumalpha'))
  if (faults.length === 0 && hasCheck) return 'checked'
  if (ITEM_KEYS.has(ai) && faults.every(f => f.code === 'UDI-CHECK_DIGIT')) return 'begun'
  if (!clean) return faults.length === 0 && predefined !== undefined ? 'begun' : 'none'
  if (elements.some(e => e.ai.predefined !== undefined)) return 'structured'
  return ai === '10' || ai === '21' ? 'production' : 'none'
}

/** Whether a text could be meant as a GS1 Basic UDI-DI, right or wrong. */
const likeGmn = (text: string): boolean =>
  isCset32(text.slice(-2)) && /^\d{5}/.test(text) && text.length <= 30

const basic = (text: string): LabelResult => identifierResult(checkBasicUdiDi(text), 'BASIC-UDI-DI')

/** The chosen reading, with the other one named and listed. */
function uncertain(
  result: LabelResult,
  value: string,
  taken: string,
  other: string,
  rival: LabelResult,
): LabelResult {
  const says = { value: shown(value), taken, other }
  const finding = udiFindings.make.AMBIGUOUS({ path: 'label' }, says)
  return remarked(result, finding, rival)
}

/** A text that begins with a digit and has neither brackets nor separators. */
function parseDigitFirst(text: string, today: Day | undefined): LabelResult {
  if (/^11\d{10}$/.test(text) && verifyPpn(text))
    return identifierResult(checkUdiDi(text, { issuer: 'IFA' }), 'UDI-DI')
  const year = referenceYear(today)
  const gs1 = parseGs1(text, today)
  const evidence = gs1Evidence(splitRaw(text).elements, gs1.valid === true, year)
  const gtin = normaliseGtin(text)
  if (gtin !== undefined) {
    const alone = identifierResult(checkUdiDi(text, { issuer: 'GS1' }), 'UDI-DI')
    if (verifyGmn(text)) {
      const right = verifyGs1CheckDigit(gtin)
      return right ? uncertain(alone, text, 'a GTIN', 'a Basic UDI-DI', basic(text)) : basic(text)
    }
    if (verifyGs1CheckDigit(gtin) || evidence !== 'structured') return alone
    return uncertain(gs1, text, 'GS1 elements', 'a GTIN with a wrong check digit', alone)
  }
  if (verifyGmn(text)) {
    if (gs1.valid !== true || evidence === 'production' || evidence === 'none') return basic(text)
    if (evidence === 'checked') return uncertain(gs1, text, 'GS1 elements', 'a Basic UDI-DI', basic(text))
    return uncertain(basic(text), text, 'a Basic UDI-DI', 'GS1 elements', gs1)
  }
  if (evidence === 'checked') return gs1
  const rival = 'a Basic UDI-DI with a wrong check pair'
  if (evidence === 'begun') return gs1
  if (evidence === 'structured' || evidence === 'production') {
    return likeGmn(text) && text.length >= 8 && text.length <= 25
      ? uncertain(gs1, text, 'GS1 elements', rival, basic(text))
      : gs1
  }
  if (gs1.alternatives.length > 0 || /^(10|21)\d{0,2}\D/.test(text)) return gs1
  if (likeGmn(text) || (gs1.valid !== true && looksLikeModel(text))) return basic(text)
  return gs1
}

/** A text of the length and characters of a GS1 Basic UDI-DI whose prefix or characters may be wrong. */
function looksLikeModel(text: string): boolean {
  if (text.length < 8 || text.length > 25 || text.includes('(')) return false
  return /^\d{5}/.test(text) || (isCset82(text) && isCset32(text.slice(-2)))
}

const HIBC_WITHOUT_PLUS = /^[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d[^]?$/

/** HIBC data of which the plus sign was left out: the check agrees, with or without it. */
function isHibcWithoutPlus(text: string): boolean {
  if (!isHibcText(text) || !HIBC_WITHOUT_PLUS.test(text)) return false
  const [body, check] = [text.slice(0, -1), text.slice(-1)]
  return hibcCheckCharacter(body) === check || hibcCheckCharacter(`+${body}`) === check
}

/**
 * Reads a text that carries no mark of its issuing entity. Check digits decide first, then what GS1 elements it
 * would make; where two readings stay possible, one is taken and the other named and listed.
 */
export function parseUnmarked(text: string, today: Day | undefined): LabelResult {
  if (/^\d/.test(text)) return parseDigitFirst(text, today)
  const issuer = issuingEntityOfBasic(text)
  if (issuer === 'IFA') return basic(text)
  const d = draft()
  if (isHibcWithoutPlus(text)) {
    d.data.issuer = 'HIBCC'
    d.findings.push(udiFindings.make.FLAG({ path: 'label' }, { value: text }))
  } else if (issuer === 'ICCBBA') return basic(text)
  else if (verifyPpn(text)) return identifierResult(checkUdiDi(text, { issuer: 'IFA' }), 'UDI-DI')
  else if (looksLikeModel(text)) {
    d.findings.push(udiFindings.make.PREFIX_NOT_NUMERIC({ path: 'label' }, { value: text }))
  } else if (HIBC_WITHOUT_PLUS.test(text)) {
    d.data.issuer = 'HIBCC'
    d.findings.push(udiFindings.make.FLAG({ path: 'label' }, { value: text }))
  } else d.findings.push(udiFindings.make.FORMAT({ path: 'label' }, { value: shown(text) }))
  return finish(d)
}
