import { udiFindings } from '../findings.js'
import type { Draft } from '../result.js'

/** Reads LIC, PCN and unit of measure from the text between the plus sign and the check or first slash. */
export function readPrimary(d: Draft, text: string): void {
  const at = { path: 'di' }
  if (text.length < 6 || text.length > 23) {
    const expected = '6 to 23 (LIC 4, product code 1 to 18, unit of measure 1)'
    const says = { what: 'The HIBC identifier', value: text, length: text.length, expected }
    d.findings.push(udiFindings.make.LENGTH(at, says))
    return
  }
  const [lic, pcn, uom] = [text.slice(0, 4), text.slice(4, -1), text.slice(-1)]
  if (!/^[A-Z][A-Z0-9]{3}[A-Z0-9]+$/.test(lic + pcn)) {
    const allowed = 'a letter first, then capital letters and digits'
    d.findings.push(udiFindings.make.CHARSET(at, { what: 'The HIBC identifier', value: text, allowed }))
  }
  if (!/^\d$/.test(uom)) {
    d.findings.push(udiFindings.make.UOM({ path: 'uom' }, { value: text }))
    return
  }
  Object.assign(d.data, { di: text, lic, pcn, uom: Number(uom) })
}
