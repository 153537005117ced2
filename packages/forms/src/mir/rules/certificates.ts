import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const SETS = [
  ['device_info/nbIdNum', 'device_info/nbCertNum'],
  ['device_info/nbIdNum2', 'device_info/nbCertNum2'],
] as const

export const certificates = defineRule({
  id: 'certificates',
  source: 'Section 2.3.p of the form: number of the notified body and certificate belong together',
  kinds: {
    'NB-WITHOUT-CERTIFICATE': kind<{ number: string }>(
      'recommended',
      'A notified body is named without a certificate.',
      p => `Notified body ${p.number} is named, but none of its certificates.`,
      () => 'Add the number of the certificate that covers the device.',
    ),
    'CERTIFICATE-WITHOUT-NB': kind<{ certificate: string }>(
      'recommended',
      'A certificate is named without the notified body.',
      p => `The certificate ${p.certificate} is named, but not the notified body that issued it.`,
      () => 'Add the four digits of the notified body.',
    ),
    'NB-NUMBER': kind<{ number: string }>(
      'recommended',
      'The number of a notified body does not have four digits.',
      p => `The number of the notified body is ${p.number}; such numbers have four digits.`,
      () => 'Write the four digits beside the CE mark, leading zeros included.',
    ),
  },
  check(form, make, add) {
    for (const [body, paper] of SETS) {
      const [number, certificate] = [form.text(body), form.text(paper)]
      if (number !== undefined && certificate === undefined)
        add(make['NB-WITHOUT-CERTIFICATE'](form.at(paper), { number }))
      if (number === undefined && certificate !== undefined)
        add(make['CERTIFICATE-WITHOUT-NB'](form.at(body), { certificate }))
      if (number !== undefined && /^\d+$/.test(number) && number.length !== 4)
        add(make['NB-NUMBER'](form.at(body), { number }))
    }
  },
})
