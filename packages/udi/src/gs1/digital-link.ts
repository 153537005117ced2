import type { Day } from '@vigie/kernel'
import { udiFindings } from '../findings.js'
import type { LabelResult } from '../result.js'
import { draft, finish } from '../result.js'
import { AIS } from './ai-lookup.js'
import { normaliseGtin } from './check-digit.js'
import type { Element } from './element.js'
import { shown } from './element.js'
import { gs1Result } from './label.js'

/** Characters of a web address (RFC 3986, section 2). */
const ADDRESS = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/

type Problem = { readonly why: string }

const isProblem = (x: string | Problem): x is Problem => typeof x !== 'string'

/** Percent-decodes to characters of the GS1 sets; anything beyond is a problem. `plus` is a space in a query. */
function decodeText(text: string): string | Problem {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return { why: 'a percent sign begins no encoded character' }
  const decoded = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  for (let i = 0; i < decoded.length; i++) {
    const code = decoded.charCodeAt(i)
    if (code < 32 || code > 126) return { why: 'a value holds a control or non-ASCII character' }
  }
  return decoded
}

/** Whether the qualifiers stand in an order that the primary key allows. */
function inOrder(key: string, qualifiers: readonly string[]): boolean {
  return key.split('|').some(sequence => {
    const order = sequence.split(',')
    let last = -1
    return qualifiers.every(q => {
      const place = order.indexOf(q)
      if (place <= last) return false
      last = place
      return true
    })
  })
}

interface Parts {
  readonly elements: Element[]
  readonly remarks: ReturnType<typeof udiFindings.make.GTIN_SHORT>[]
}

function addElement(parts: Parts, code: string, encoded: string, inPath: boolean): Problem | undefined {
  const ai = AIS.get(code)
  if (!ai) return { why: `${code} is no GS1 application identifier` }
  const value = decodeText(encoded)
  if (isProblem(value)) return value
  if (value === '') return { why: `the value of ${ai.name} is empty` }
  const padded = code === '01' && inPath ? normaliseGtin(value) : undefined
  if (padded !== undefined && padded !== value) {
    parts.remarks.push(udiFindings.make.GTIN_SHORT({ path: '(01)' }, { value, padded }))
  }
  parts.elements.push({ ai, value: padded ?? value })
  return undefined
}

/** The last primary key in the path, with the pairs after it. */
function readPath(path: string, parts: Parts): Problem | { readonly qualifiers: readonly string[] } {
  const segments = path.split('/').slice(1)
  for (let i = segments.length - 2; i >= 0; i--) {
    const key = AIS.get(segments[i] ?? '')?.row.key
    const pairs = segments.slice(i)
    if (key === undefined || pairs.length % 2 !== 0) continue
    const codes = pairs.filter((_, n) => n % 2 === 0)
    const qualifiers = codes.slice(1)
    if (!inOrder(key, qualifiers)) {
      return { why: `after (${codes[0]}) the path may only hold its qualifiers in their order` }
    }
    for (let n = 0; n < pairs.length; n += 2) {
      const problem = addElement(parts, pairs[n] ?? '', pairs[n + 1] ?? '', true)
      if (problem) return problem
    }
    return { qualifiers: key.split(/[,|]/) }
  }
  return { why: 'its path holds no GS1 key, such as /01/ and a GTIN' }
}

function readQuery(query: string, parts: Parts, ofKey: readonly string[]): Problem | undefined {
  for (const pair of query.split(/[&;]/)) {
    const equals = pair.indexOf('=')
    const code = equals < 0 ? pair : pair.slice(0, equals)
    if (!/^\d+$/.test(code)) continue
    const ai = AIS.get(code)
    if (ai && (ai.row.inQuery === false || ai.row.key !== undefined)) {
      return { why: `${ai.name} may stand in the path only` }
    }
    if (parts.elements.some(e => e.ai.ai === code)) return { why: `(${code}) is given twice` }
    const problem = addElement(parts, code, equals < 0 ? '' : pair.slice(equals + 1), false)
    if (problem) return problem
    if (ai && ofKey.includes(code)) {
      parts.remarks.push(udiFindings.make.LINK_QUALIFIER({ path: `(${code})` }, { what: ai.name }))
    }
  }
  return undefined
}

/** Whether a text is a web address, and so can only be a Digital Link. */
export function isDigitalLink(text: string): boolean {
  return /^https?:\/\//i.test(text)
}

/**
 * Reads an uncompressed GS1 Digital Link (GS1 Digital Link Standard, URI Syntax). The last primary key of the path
 * counts; qualifiers must stand in their order; query parameters whose name is not a number are passed over. A GTIN
 * with 8, 12 or 13 digits is read and remarked on.
 *
 * @example parseDigitalLink('https://id.gs1.org/01/07032069804988/10/0329?17=260200').lot // '0329'
 */
export function parseDigitalLink(text: string, today?: Day): LabelResult {
  const parts: Parts = { elements: [], remarks: [] }
  const fail = ({ why }: Problem): LabelResult => {
    const d = draft('GS1', 'label')
    d.findings.push(udiFindings.make.DL({ path: 'label' }, { value: shown(text), why }))
    return finish(d)
  }
  if (!ADDRESS.test(text)) return fail({ why: 'it holds a character that no web address may hold' })
  const [address = ''] = text.split('#')
  const mark = address.indexOf('?')
  const before = mark < 0 ? address : address.slice(0, mark)
  const host = before.replace(/^https?:\/\//i, '')
  const slash = host.indexOf('/')
  if (slash <= 0) return fail({ why: 'it has no host or no path' })
  const read = readPath(host.slice(slash), parts)
  if ('why' in read) return fail(read)
  const problem = mark < 0 ? undefined : readQuery(address.slice(mark + 1), parts, read.qualifiers)
  if (problem) return fail(problem)
  return gs1Result({ elements: parts.elements, open: [], findings: parts.remarks }, text, today)
}
