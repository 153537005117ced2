import type { Finding } from '@vigie/kernel'
import { rowsByPath } from '../table/index-of.js'
import type { AnyRow, FieldTable } from '../table.js'
import { XSI } from '../xml/tree.js'
import type { XsdMessage } from '../xml/xsd.js'
import { xsdFindings } from './findings.js'

const { make } = xsdFindings
const LONGEST = 300

/** A message of libxml2 about a report as a finding: our sentence, its own words, the place in the form. */
export function findingOf(table: FieldTable, message: XsdMessage): Finding {
  const { said, attribute } = split(message.message)
  const path = `${message.xpath ?? `line ${message.line}`}${attribute === undefined ? '' : `/@${attribute}`}`
  const at = tablePath(message.xpath ?? '')
  const known = nearest(table, at)
  const name = at.slice(at.lastIndexOf('/') + 1)
  const label =
    known?.exact === true ? `${known.row.label} (${name})` : `<${name === '' ? table.root : name}>`
  const where = { path, ...(known === undefined ? {} : { place: known.row.place }) }
  const about = { label, schema: shortened(said) }
  if (/No matching global/.test(said)) return make.ROOT(where, about)
  if (attribute !== undefined || /The attribute '/.test(said)) return make.ATTRIBUTE(where, about)
  if (said.startsWith('Missing child element')) {
    const expected = expectedIn(said)
    const first = childRow(table, at, expected.at(-1))
    return make.MISSING(first === undefined ? where : { ...where, place: first.place }, {
      ...about,
      missing: expected.map(e => inWords(table, at, e)).join(' or '),
    })
  }
  if (/This element is not expected/.test(said)) {
    const parent = at.slice(0, Math.max(0, at.lastIndexOf('/')))
    // Optional elements come first in the list; its last is the one that may not be left out.
    const needed = expectedIn(said).at(-1)
    const place = known?.row.place ?? childRow(table, parent, needed)?.place
    return make['NOT-EXPECTED'](place === undefined ? where : { ...where, place }, {
      ...about,
      expected: needed === undefined ? '' : inWords(table, parent, needed),
    })
  }
  if (/\[facet '(?:maxLength|totalDigits|fractionDigits)'\]/.test(said)) return make['TOO-LONG'](where, about)
  if (/\[facet 'minLength'\]/.test(said)) return make['TOO-SHORT'](where, about)
  if (/\[facet 'enumeration'\]/.test(said)) return make.VALUE(where, about)
  if (/\[facet '(?:min|max)(?:In|Ex)clusive'\]/.test(said)) return make.RANGE(where, about)
  if (/\[facet '|is not a valid value of/.test(said)) return make.KIND(where, about)
  if (/content (?:other than whitespace )?is not allowed/i.test(said)) return make.CONTENT(where, about)
  return make.OTHER(where, about)
}

/** The message without the name of the element, which the path tells already. */
function split(message: string): { readonly said: string; readonly attribute?: string } {
  const m = /^Element '[^']*'(?:, attribute '([^']*)')?: ([\s\S]*)$/.exec(message)
  if (m === null) return { said: message }
  const [, attribute, said = message] = m
  if (attribute === undefined) return { said }
  return { said, attribute: attribute.replace(`{${XSI}}`, 'xsi:') }
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** `/incident/device_info/nbCertNumLI[2]` as the path of the table. */
export function tablePath(xpath: string): string {
  return xpath
    .replace(/\[\d+\]/g, '')
    .replace(/\/@.*$/, '')
    .split('/')
    .slice(2)
    .join('/')
}

function nearest(
  table: FieldTable,
  path: string,
): { readonly row: AnyRow; readonly exact: boolean } | undefined {
  const rows = rowsByPath(table)
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const found = rows.get(at)
    if (found !== undefined) return { row: found.row, exact: at === path }
  }
  return undefined
}

function expectedIn(said: string): readonly string[] {
  const list = /Expected is (?:one of )?\( ([^)]*) \)/.exec(said)?.[1]
  return list === undefined ? [] : list.split(', ').filter(name => name !== '')
}

function childRow(table: FieldTable, parent: string, name: string | undefined): AnyRow | undefined {
  if (name === undefined) return undefined
  return rowsByPath(table).get(parent === '' ? name : `${parent}/${name}`)?.row
}

function inWords(table: FieldTable, parent: string, name: string): string {
  const row = childRow(table, parent, name)
  return row === undefined ? `<${name}>` : `${row.label} (${row.place}, ${name})`
}
