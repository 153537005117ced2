import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const AUTHORITY = 'admin_info/ncaEudamedNum'
const COUNTRY = 'incident_info/initial_reporter_info/healthcareFacilityCountry'
/** Countries that the register writes otherwise than ISO 3166. */
const SAME: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB', XI: 'GB' }

export const authorityCountry = defineRule({
  id: 'authority-country',
  source:
    'Section 1.1.a of the form: the authority of the country where the incident happened (MDR Article 87(1), IVDR Article 82(1))',
  kinds: {
    'AUTHORITY-COUNTRY': kind<{ authority: string; country: string }>(
      'recommended',
      'The report goes to the authority of another country than that of the healthcare facility.',
      p => `The report goes to the authority ${p.authority}, but the healthcare facility is in ${p.country}.`,
      () =>
        'Report to the authority of the country where the incident happened, or say in section 5 why it is another.',
    ),
  },
  check(form, make, add) {
    const authority = form.text(AUTHORITY)?.trim()
    const country = form.text(COUNTRY)
    const m = authority === undefined ? null : /^([A-Z]{2})-CA-\d{3}$/.exec(authority)
    if (m === null || authority === undefined || country === undefined) return
    const own = m[1] ?? ''
    if ((SAME[own] ?? own) !== country)
      add(make['AUTHORITY-COUNTRY'](form.at(AUTHORITY), { authority, country }))
  },
})
