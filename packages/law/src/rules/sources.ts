import { day } from '@vigie/kernel'
import type { Source } from '../engine/rule.js'

/** Where the records of this pack were read, with the date of the text or of the reading. */
export const SOURCES = {
  mdr: { title: 'Regulation (EU) 2017/745, OJ L 117, 5.5.2017 (original text)', date: day('2017-05-05') },
  ivdr: { title: 'Regulation (EU) 2017/746, OJ L 117, 5.5.2017 (original text)', date: day('2017-05-05') },
  mdcg2023: { title: 'MDCG 2023-3 Rev.2, questions and answers on vigilance terms', date: day('2026-11-23') },
  mdcg2021: { title: 'MDCG 2021-1 Rev.1 and MDCG 2022-12, practice until EUDAMED', date: day('2026-11-23') },
  mdcg2024: { title: 'MDCG 2024-16, interruption or discontinuation of supply', date: day('2026-11-23') },
  mdcgLegacy: { title: 'MDCG 2021-25 Rev.1, legacy and old devices', date: day('2026-11-23') },
  reg1182: {
    title: 'Regulation (EEC, Euratom) No 1182/71, as cited in MDCG 2023-3',
    date: day('2026-11-23'),
  },
  mir: { title: 'Manufacturer Incident Report, form 7.3.1', date: day('2025-05-05') },
  authorityNotices: {
    title: 'Notices of national authorities on MIR 7.3.1, April to August 2026',
    date: day('2026-08-08'),
  },
  proposal: { title: 'COM(2025) 1023, 2025/0404 (COD), of 16 December 2025', date: day('2026-09-29') },
  si2024: {
    title: 'S.I. 2024/1368: GOV.UK guidance on post-market surveillance and secondary sources',
    date: day('2025-09-05'),
  },
  niGuidance: {
    title: 'MHRA guidance: regulation of devices in Northern Ireland; Windsor Framework',
    date: day('2026-11-23'),
  },
  medDo: {
    title: 'MedDO (SR 812.213) and IvDO (SR 812.219), Fedlex; Swissmedic guidance',
    date: day('2026-11-23'),
  },
  cfr803: { title: '21 CFR part 803, eCFR', date: day('2026-11-23') },
  cfr806: { title: '21 CFR part 806, eCFR', date: day('2026-11-23') },
  trMdr: {
    title: 'Turkish Medical Device Regulation, known from the Commission language table only',
    date: day('2025-08-01'),
  },
} as const satisfies Record<string, Source>

/** Day on which the records of this pack are to be read again. */
export const REVIEW_BY = day('2027-05-23')

/** First days of application of the two regulations. */
export const MDR_APPLIES = day('2021-05-26')
export const IVDR_APPLIES = day('2022-05-26')
