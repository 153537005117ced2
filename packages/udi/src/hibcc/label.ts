import type { Day } from '@vigie/kernel'
import { udiFindings } from '../findings.js'
import type { Draft, LabelResult } from '../result.js'
import { draft, finish, readingOf } from '../result.js'
import { hibcCheckCharacter, isHibcText } from './check-character.js'
import { readPrimary } from './primary.js'
import { readSecondary, readSupplement } from './secondary.js'
import { splitSymbols } from './symbols.js'

const MODULO_43 = 'capital letters, digits, space and - . $ / + %'

/** Judges the check character of one code; returns the code without it. */
function takeCheck(d: Draft, code: string): { readonly body: string; readonly check: string } {
  const [body, check] = [code.slice(0, -1), code.slice(-1)]
  const at = { path: 'checkChar' }
  const expected = hibcCheckCharacter(body)
  if (!isHibcText(code) || expected === undefined) {
    const says = { what: 'The HIBC code', value: code, allowed: MODULO_43 }
    d.findings.push(udiFindings.make.CHARSET(at, says))
  } else if (expected !== check) {
    const says = { what: 'The HIBC code', value: code, found: check, expected }
    d.findings.push(udiFindings.make.CHECK_CHAR(at, says))
  }
  return { body, check }
}

function readFields(d: Draft, fields: readonly string[], afterPrimary: boolean): void {
  const elements: [string, string][] = afterPrimary ? [['+', d.data.di ?? '']] : []
  fields.forEach((field, i) => {
    const secondary = field.startsWith('$') || (i === 0 && /^\d{5}/.test(field))
    if (secondary) readSecondary(d, field)
    else readSupplement(d, field)
    const m = secondary ? /^(\$?\$?\+?)(.*)$/s.exec(field) : /^(\d{0,3}[A-Z])(.*)$/s.exec(field)
    if (m?.[1] !== undefined && m[2] !== undefined) elements.push([m[1], m[2]])
  })
  d.data.elements = [...(d.data.elements ?? []), ...elements]
  const last = fields.at(-1)
  if (last === '$' || last === '$+') {
    d.findings.push(udiFindings.make.SECONDARY_EMPTY({ path: 'label' }, { value: last }))
  }
}

/** A secondary code of its own: its last character before the check links it to the primary code. */
function readLinked(d: Draft, body: string, primaryCheck: string | undefined): void {
  const found = body.slice(-1)
  d.data.linkChar = found
  if (primaryCheck !== undefined && found !== primaryCheck) {
    d.findings.push(udiFindings.make.LINK_CHAR({ path: 'linkChar' }, { found, expected: primaryCheck }))
  }
  const text = body.slice(1, -1)
  if (text === '') d.findings.push(udiFindings.make.SECONDARY_EMPTY({ path: 'label' }, { value: body }))
  else readFields(d, text.split('/'), false)
}

/**
 * Reads a HIBC supplier label (ANSI/HIBC 2): a primary code, a secondary code, both run together, on two lines or
 * joined by a slash, with supplementary fields. The text is never trimmed, a space can be the check character; where
 * only the text without its last spaces checks, that reading is an alternative.
 *
 * @example parseHibc('+A123BJC5D6E71G').di // 'A123BJC5D6E71'
 */
export function parseHibc(text: string, today?: Day): LabelResult {
  const result = parseStrict(text, today)
  const trimmed = text.trimEnd()
  if (result.valid !== false || trimmed === text) return result
  const other = parseStrict(trimmed, today)
  return other.valid === true ? { ...result, alternatives: [readingOf(other)] } : result
}

function parseStrict(text: string, today: Day | undefined): LabelResult {
  const d = draft('HIBCC', 'label', today)
  const symbols = splitSymbols(text)
  if (!symbols || symbols.first.length < 2) {
    d.findings.push(udiFindings.make.FLAG({ path: 'label' }, { value: text }))
    return finish(d)
  }
  const { body, check } = takeCheck(d, symbols.first)
  d.data.checkChar = check
  const opening = body.slice(1, 2)
  if (/[A-Z]/.test(opening)) {
    const [primary = '', ...fields] = body.slice(1).split('/')
    readPrimary(d, primary)
    readFields(d, fields, true)
    if (symbols.second !== undefined) {
      const second = takeCheck(d, symbols.second)
      readLinked(d, second.body, check)
    }
  } else if (/[$0-9]/.test(opening) && symbols.second === undefined) {
    readLinked(d, body, undefined)
    d.findings.push(udiFindings.make.NO_DI({ path: 'label' }, { value: text }))
  } else d.findings.push(udiFindings.make.FLAG({ path: 'label' }, { value: text }))
  return finish(d)
}
