import { day } from '@vigie/kernel'
import type { FormVersion } from '../engine/form-version.js'
import type { FormName, Jurisdiction } from '../engine/rule.js'
import { SOURCES } from './sources.js'

const MIR_731_MANDATORY = day('2026-05-01')
const LAST_DAY_OF_721 = day('2026-04-30')

const always = (
  form: FormName,
  title: string,
  jurisdictions: readonly Jurisdiction[],
  note?: string,
): FormVersion => ({
  form,
  title,
  jurisdictions,
  certainty: 'secondary-source',
  source: SOURCES.mdcg2023,
  ...(note === undefined ? {} : { note }),
})

/** Which form applies where and when. A new form version is one row here. */
export const FORMS: readonly FormVersion[] = [
  {
    form: 'MIR',
    title: 'MIR 7.3.1',
    jurisdictions: ['EU', 'NI', 'TR'],
    validFrom: MIR_731_MANDATORY,
    certainty: 'secondary-source',
    note: 'Published on 5 May 2025 and usable since; mandatory from 1 May 2026.',
    source: SOURCES.authorityNotices,
  },
  {
    form: 'MIR',
    title: 'MIR 7.2.1',
    jurisdictions: ['EU', 'NI', 'TR', 'CH'],
    validFrom: day('2020-01-01'),
    validTo: LAST_DAY_OF_721,
    certainty: 'secondary-source',
    note: 'MIR 7.3.1 is accepted since 5 May 2025.',
    source: SOURCES.authorityNotices,
  },
  {
    form: 'MIR',
    title: 'MIR 7.3.1 (Swiss filling)',
    jurisdictions: ['CH'],
    validFrom: MIR_731_MANDATORY,
    certainty: 'secondary-source',
    source: SOURCES.medDo,
  },
  {
    form: 'MIR',
    title: 'GB MIR (based on 7.2.1)',
    jurisdictions: ['GB'],
    certainty: 'secondary-source',
    note: 'The schema of the MHRA derives from MIR 7.2.1; a 7.3.1 file cannot be assumed to be accepted.',
    source: SOURCES.si2024,
  },
  always(
    'FSCA',
    'FSCA report form',
    ['EU', 'NI', 'TR', 'CH', 'GB'],
    'Version 2.7; its XML schema is numbered 2.6.',
  ),
  always('TREND', 'Trend report form', ['EU', 'NI', 'TR', 'CH', 'GB']),
  always('PSR', 'Periodic summary report form', ['EU', 'NI', 'TR', 'CH', 'GB']),
  always('STATEMENT', 'Letter or e-mail with reasons', ['EU', 'NI', 'TR', 'CH', 'GB']),
  always('SUPPLY', 'Manufacturer information form of MDCG 2024-16', ['EU', 'NI']),
  always('FDA-3500A', 'FDA 3500A data (eMDR)', ['US']),
  always('FDA-806', 'Report of correction or removal (13 items)', ['US']),
]
