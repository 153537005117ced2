import type { Day } from '@vigie/kernel'
import { checkBasicUdiDi, isLegacyIdentifier } from './basic-udi-di.js'
import { udiFindings } from './findings.js'
import { isDigitalLink, parseDigitalLink } from './gs1/digital-link.js'
import { shown } from './gs1/element.js'
import { GS } from './gs1/element-string.js'
import { parseGs1 } from './gs1/label.js'
import { parseHibc } from './hibcc/label.js'
import { isIsbt128, parseIsbt128 } from './iccbba.js'
import { identifierResult } from './identifier-result.js'
import { isEnvelope, parseEnvelope } from './ifa/label.js'
import { ppnOfPzn, pznCheckDigit, verifyPzn } from './ifa/pzn.js'
import { parseUnmarked } from './parse-unmarked.js'
import type { LabelResult } from './result.js'
import { draft, finish, remarked } from './result.js'
import type { Carrier } from './symbology.js'
import { takeSymbology } from './symbology.js'
import { checkUdiDi } from './udi-di.js'

export interface ParseOptions {
  /** The day the label is read; two-digit years of GS1 dates are judged by it. */
  readonly today?: Day
}

/** A loop, since a pattern for this would look at long runs of line ends again and again. */
function withoutLineEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '\r' || text[end - 1] === '\n')) end--
  return text.slice(0, end)
}

const PZN = /^(?:PZN[- ]?|-)(\d{8})$/

function parsePzn(text: string, pzn: string): LabelResult {
  const d = draft('IFA', 'PZN')
  const expected = pznCheckDigit(pzn.slice(0, 7)) ?? 'none (no such PZN)'
  d.findings.push(
    verifyPzn(pzn)
      ? udiFindings.make.PZN({ path: 'label' }, { value: text, ppn: ppnOfPzn(pzn) })
      : udiFindings.make.CHECK_DIGIT(
          { path: 'label' },
          { what: 'The PZN', value: text, found: pzn.slice(-1), expected },
        ),
  )
  return finish(d)
}

/**
 * Reads one label: a GS1 element string (raw with FNC1, as printed with brackets, or as Digital Link), a HIBC code,
 * an ISO/IEC 15434 message (IFA), ISBT 128 data (ICCBBA), or one identifier alone (Basic UDI-DI, GTIN, PPN, PZN,
 * EUDAMED DI). A leading AIM symbology identifier (ISO/IEC 15424), line ends from the scanner and, except for HIBC
 * where a space can be the check, spaces around the text are taken off.
 *
 * Never throws and never repairs: what is wrong is in `findings`, and where a separator was probably lost the strict
 * reading stands with the other readings in `alternatives`.
 *
 * @example parseLabel('(01)07032069804988(10)0329').lot // '0329'
 */
export function parseLabel(text: string, options: ParseOptions = {}): LabelResult {
  const { carrier, data } = takeSymbology(withoutLineEnd(text))
  const hibc = data.startsWith('+') || data.startsWith('*+')
  const bare = hibc ? data : data.trim()
  const result = parseBare(bare, carrier, options.today)
  if (bare === data || bare === '') return result
  const spaces = udiFindings.make.SPACES({ path: 'label' }, { value: shown(bare) })
  return remarked(result, spaces)
}

/** Decides by the first characters which reader takes the text. */
function parseBare(data: string, carrier: Carrier, today: Day | undefined): LabelResult {
  if (data === '') {
    const d = draft()
    d.findings.push(udiFindings.make.EMPTY({ path: 'label' }, { what: 'The label' }))
    return finish(d)
  }
  if (isEnvelope(data)) return parseEnvelope(data, today)
  if (isDigitalLink(data)) return parseDigitalLink(data, today)
  if (data.startsWith('++')) return identifierResult(checkBasicUdiDi(data), 'BASIC-UDI-DI')
  if (data.startsWith('+') || data.startsWith('*+')) return parseHibc(data, today)
  if (isIsbt128(data)) return parseIsbt128(data)
  if (carrier === 'ean') return identifierResult(checkUdiDi(data, { issuer: 'GS1' }), 'UDI-DI')
  if (carrier === 'gs1' || data.startsWith('(') || data.includes(GS)) return parseGs1(data, today)
  if (isLegacyIdentifier(data)) {
    return identifierResult(checkUdiDi(data), data.startsWith('B') ? 'EUDAMED-DI' : 'EUDAMED-ID')
  }
  const pzn = PZN.exec(data)?.[1]
  if (pzn !== undefined) return parsePzn(data, pzn)
  return parseUnmarked(data, today)
}
