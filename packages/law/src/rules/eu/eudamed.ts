import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const DECISION: Source = {
  title: 'Commission Decision (EU) 2025/2371, through secondary sources',
  date: day('2026-11-23'),
}
const REGISTER: Source = {
  title: 'Sample data of swissdamed with registration numbers',
  date: day('2026-11-23'),
}

const common = {
  jurisdiction: 'EU',
  status: 'in-force',
  certainty: 'secondary-source',
  sources: [DECISION],
  reviewBy: REVIEW_BY,
} as const

/** EUDAMED: what is registered since it became mandatory, and what waits for the vigilance module. */
export const EUDAMED: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-EUD-02',
    title: 'New devices',
    citation: 'Commission Decision (EU) 2025/2371; MDR Art 29',
    text: 'Registered before they are placed on the market.',
    effectiveFrom: day('2026-05-28'),
  },
  {
    ...common,
    id: 'EU-EUD-04',
    title: 'Certificates issued earlier',
    citation: 'Commission Decision (EU) 2025/2371',
    text: 'The notified body uploads them by 28 May 2027.',
    effectiveFrom: day('2026-05-28'),
  },
  {
    ...common,
    id: 'EU-EUD-06',
    title: 'When the vigilance module applies',
    citation: 'MDR Art 123(3)(d); MDCG 2021-1 Rev.1',
    text: 'New reports go through EUDAMED, and a device not yet registered is registered when an action of vigilance concerns it. How open national reports continue follows the guidance on transition. Makers of custom-made devices need an Actor ID.',
    status: 'pending',
    certainty: 'requires-confirmation',
    sources: [SOURCES.mdcg2021],
  },
  {
    ...common,
    id: 'EU-EUD-07',
    title: 'Until the vigilance module applies',
    citation: 'MDR Art 123(3)(d); MDCG 2021-1 Rev.1; MDCG 2022-12',
    text: 'National channels replace electronic submission under Art 86(2), 87, 88 and 89(5), (7) and (8) third sub-paragraph. The duties themselves stand.',
    certainty: 'verified',
    sources: [SOURCES.mdcg2021],
  },
  {
    ...common,
    id: 'EU-EUD-08',
    title: 'Single registration number',
    citation: 'MDR Art 31(1); registration numbers in use',
    text: 'Country code, role (MF, AR, IM or PR) and nine digits, joined by hyphens. The country may be XI, GB, CH or US; Greece appears as GR.',
    certainty: 'verified',
    sources: [REGISTER],
  },
]
