import { day } from '@vigie/kernel'
import type { LegalNote, Source } from '../../engine/rule.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const REG_2023_607: Source = {
  title: 'Regulation (EU) 2023/607, as explained in MDCG 2020-3 and MDCG 2021-25',
  date: day('2026-11-23'),
}
const IVDR_AMENDMENTS: Source = {
  title: 'Regulations (EU) 2022/112 and (EU) 2024/1860, amending the IVDR',
  date: day('2026-11-23'),
}

const common = {
  jurisdiction: 'EU',
  status: 'in-force',
  certainty: 'verified',
  sources: [REG_2023_607],
  reviewBy: REVIEW_BY,
} as const

/** How long devices certified under the directives may be placed, and which duties follow them (MDR Art 120; IVDR Art 110). */
export const MDR_120_TRANSITION: readonly LegalNote[] = [
  {
    ...common,
    id: 'EU-TR-01',
    title: 'Legacy devices of class III and IIb implantable',
    citation: 'MDR Art 120(3a)(a)',
    text: 'Placed until 31 December 2027. Sutures, staples, dental fillings, braces and crowns, screws, wedges, plates, wires, pins, clips and connectors of class IIb are not meant here.',
    effectiveTo: day('2027-12-31'),
  },
  {
    ...common,
    id: 'EU-TR-02',
    title: 'Other legacy devices with a certificate',
    citation: 'MDR Art 120(3a)(b)',
    text: 'Other class IIb, class IIa, and class I sterile or measuring: placed until 31 December 2028.',
    effectiveTo: day('2028-12-31'),
  },
  {
    ...common,
    id: 'EU-TR-03',
    title: 'Former class I devices that now need a notified body',
    citation: 'MDR Art 120(3b)',
    text: 'Self-declared under the directive before 26 May 2021: placed until 31 December 2028.',
    effectiveTo: day('2028-12-31'),
  },
  {
    ...common,
    id: 'EU-TR-04',
    title: 'Conditions of the transition',
    citation: 'MDR Art 120(3c)',
    text: 'Still conform to the directive, no significant change in design or purpose, no unacceptable risk. Quality system and application to a notified body by 26 May 2024, written agreement by 26 September 2024.',
  },
  {
    ...common,
    id: 'EU-TR-06',
    title: 'Custom-made implantable devices of class III',
    citation: 'MDR Art 120(3f)',
    text: 'Could be placed without a certificate until 26 May 2026. The time has passed.',
    effectiveTo: day('2026-05-26'),
  },
  {
    ...common,
    id: 'EU-TR-07',
    title: 'No sell-off date',
    citation: 'Regulation (EU) 2023/607',
    text: 'The last date for selling off was removed. Devices placed in time may be made available further.',
  },
  {
    ...common,
    id: 'EU-TR-08',
    title: 'Articles that apply to legacy devices',
    citation: 'MDCG 2021-25 Rev.1; MDR Art 120(3d)',
    text: 'Apply: Art 10(10), (12)–(15), 11(3)(c)–(g), 11(7), 13(2) second sub-paragraph, 13(4), (6)–(8), (10), 14(2) last sub-paragraph, 14(4)–(6), 29 and 31 with particulars for EUDAMED, 83–92. Do not apply: Art 15, 16(3) and (4), 18, 19, 22, 25, 27, 32.',
    status: 'guidance',
    effectiveFrom: MDR_APPLIES,
    sources: [SOURCES.mdcgLegacy],
  },
  {
    ...common,
    id: 'EU-TR-09',
    title: 'Old devices',
    citation: 'MDCG 2021-25 Rev.1',
    text: 'For devices placed before 26 May 2021 reporting as under Art 87 and market surveillance apply. No PSUR is owed.',
    status: 'guidance',
    effectiveFrom: MDR_APPLIES,
    sources: [SOURCES.mdcgLegacy],
  },
  {
    ...common,
    id: 'EU-TR-10',
    title: 'Transition of in vitro diagnostic devices',
    citation: 'IVDR Art 110, as amended by Regulations (EU) 2022/112 and (EU) 2024/1860',
    text: 'Class D and devices with an IVDD certificate until 31 December 2027, class C until 31 December 2028, class B and sterile class A until 31 December 2029. Quality system by 26 May 2025; applications by 26 May 2025, 2026 or 2027 and agreements by 26 September of the same year.',
    effectiveTo: day('2029-12-31'),
    sources: [IVDR_AMENDMENTS],
  },
  {
    ...common,
    id: 'EU-TR-11',
    title: 'Devices made in house, no equivalent on the market',
    citation: 'IVDR Art 5(5), 113',
    text: 'The justification that no equivalent device is on the market is owed from 31 December 2030.',
    effectiveFrom: day('2030-12-31'),
    status: 'pending',
    certainty: 'secondary-source',
    sources: [IVDR_AMENDMENTS],
  },
]
