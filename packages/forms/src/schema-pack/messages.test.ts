import { describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { findingOf, tablePath } from './messages.js'

const at = '/incident/device_info'
const about = (message: string, xpath: string) => findingOf(mir721, { message, xpath, line: 3 })

describe('what libxml2 says, in our words', () => {
  it.each([
    [
      `Element 'brandName': [facet 'maxLength'] The value has a length of '301'; this exceeds the allowed maximum length of '300'.`,
      'XSD-TOO-LONG',
    ],
    [
      `Element 'brandName': [facet 'minLength'] The value has a length of '0'; this underruns the allowed minimum length of '1'.`,
      'XSD-TOO-SHORT',
    ],
    [
      `Element 'brandName': [facet 'enumeration'] The value 'x' is not an element of the set {'a'}.`,
      'XSD-VALUE',
    ],
    [`Element 'brandName': 'x' is not a valid value of the atomic type 'xs:date'.`, 'XSD-KIND'],
    [
      `Element 'brandName': [facet 'pattern'] The value 'x' is not accepted by the pattern '[0-9]+'.`,
      'XSD-KIND',
    ],
    [
      `Element 'brandName': Element content is not allowed, because the type definition is simple.`,
      'XSD-CONTENT',
    ],
    [
      `Element 'brandName': Character content other than whitespace is not allowed because the content type is 'element-only'.`,
      'XSD-CONTENT',
    ],
    [`Element 'brandName', attribute 'x': The attribute 'x' is not allowed.`, 'XSD-ATTRIBUTE'],
    [`Element 'brandName': Something new.`, 'XSD-OTHER'],
  ])('%s', (message, code) => {
    const finding = about(message, `${at}/brandName`)
    expect(finding).toMatchObject({ code, place: '2.3.a' })
    expect(finding.message).toContain('Medical device name (brandName)')
    expect(finding.message).toContain(message.slice(message.indexOf(': ') + 2))
  })

  it('names the field that is probably missing before one that stands too early', () => {
    const finding = about(
      `Element 'deviceDescription': This element is not expected. Expected is one of ( udiDI, brandName ).`,
      `${at}/deviceDescription`,
    )
    expect(finding.code).toBe('XSD-NOT-EXPECTED')
    expect(finding.mend).toContain('Medical device name (2.3.a, brandName)')
  })

  it('says that an unknown element must go when the schema expects nothing', () => {
    const finding = about(`Element 'foo': This element is not expected.`, `${at}/foo`)
    expect(finding).toMatchObject({ code: 'XSD-NOT-EXPECTED', place: '2' })
    expect(finding.mend).toContain('Take it out')
  })

  it('cuts a list that runs over', () => {
    const finding = about(`Element 'brandName': [facet 'enumeration'] ${'x'.repeat(5000)}`, `${at}/brandName`)
    expect(finding.message.length).toBeLessThan(500)
  })

  it('writes xsi: for its namespace', () => {
    const message =
      "Element 'incident', attribute '{http://www.w3.org/2001/XMLSchema-instance}type': No such type."
    expect(about(message, '/incident').path).toBe('/incident/@xsi:type')
  })

  it('reads paths with numbers and attributes', () => {
    expect(tablePath('/incident/device_info/nbCertNumLI[2]')).toBe('device_info/nbCertNumLI')
    expect(tablePath('/incident')).toBe('')
  })
})
