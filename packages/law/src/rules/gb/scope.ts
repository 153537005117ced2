import { day } from '@vigie/kernel'
import type { LegalNote } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const common = {
  jurisdiction: 'GB',
  effectiveFrom: day('2025-06-16'),
  status: 'in-force',
  sources: [SOURCES.si2024],
  reviewBy: REVIEW_BY,
} as const

/** Great Britain: scope, counting, channel and what is pending. */
export const GB_SCOPE: readonly LegalNote[] = [
  {
    ...common,
    id: 'GB-SC-01',
    title: 'Scope of Part 4A',
    citation: 'reg 44ZD UK MDR 2002; GOV.UK guidance',
    text: 'All devices placed on the market or put into service in Great Britain, CE-marked ones included; some duties only for custom-made devices.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'GB-SC-02',
    title: 'Not under Part 4A',
    citation: 'S.I. 2024/1368 reg 6; GOV.UK guidance',
    text: 'Devices in investigations, in-house devices, and models discontinued before 16 June 2025, which stay under the former rules until a unit is placed again.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'GB-SC-03',
    title: 'Extent',
    citation: 'S.I. 2024/1368 reg 4',
    text: 'England, Wales and Scotland; not Northern Ireland.',
    certainty: 'verified',
  },
  {
    ...common,
    id: 'GB-CNT-01',
    title: 'Counting of days in Great Britain',
    citation: 'no rule in the S.I.',
    text: 'Plain calendar days from awareness. Regulation 1182/71 is not applied, so weekends and bank holidays extend nothing. Working days are those of England.',
    status: 'policy',
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'GB-VIG-04',
    title: 'Incomplete data or doubt',
    citation: 'reg 44ZH UK MDR 2002',
    text: 'Report in time and complete the report later.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'GB-VIG-11',
    title: 'A risk notified by the MHRA',
    citation: 'reg 44ZP UK MDR 2002',
    text: 'Investigate, conclude and take the corrective and preventive actions.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'GB-CH-01',
    title: 'MORE',
    citation: 'MHRA guidance',
    text: 'MIR, field action, trend and periodic summary reports go through the Manufacturers’ Online Reporting Environment: web entry, XML upload or API. It serves all devices on the market in Great Britain, not only UKCA-marked ones.',
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'GB-PRO-01',
    title: 'Recognition of CE-marked devices without end',
    citation: 'MHRA consultation, February to April 2026',
    text: 'Consultation closed; the outcome is not known. CE-marked devices are accepted until 30 June 2028 (directives) or 30 June 2030 (MDR, IVDR, IVDD).',
    status: 'proposal',
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'GB-PRO-02',
    title: 'Draft amendment regulations of 2026',
    citation: 'MHRA call for evidence, May to June 2026',
    text: 'Pre-market rules: classification, UDI, IVDs, quality systems. Not enacted as far as known.',
    status: 'proposal',
    certainty: 'requires-confirmation',
  },
]
