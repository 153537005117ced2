import { day } from '@vigie/kernel'
import type { Rule } from '../../engine/rule.js'
import { incidentClocks } from '../conditions.js'
import { REVIEW_BY, SOURCES } from '../sources.js'
import { MDR_87 } from './mdr-87.js'

const clocks = incidentClocks('eu-1182-71')
const [today] = MDR_87.filter(r => r.id === 'EU-VIG-01')
if (today === undefined) throw new RangeError('EU-VIG-01 is the rule that the proposal changes')

/** COM(2025) 1023: what would change. Never drives a live clock; can be simulated. */
export const EU_PROPOSALS: readonly Rule[] = [
  {
    ...today,
    id: 'EU-PRO-01',
    instruments: [
      {
        name: 'COM(2025) 1023',
        citation: 'COM(2025) 1023, amending MDR Art 87(3) and IVDR Art 82(3)',
        effectiveFrom: day('2025-12-16'),
      },
    ],
    title: 'If adopted: 30 days instead of 15 for other serious incidents',
    timing: 'Not later than 30 days after awareness of the incident',
    clocks: [{ ...clocks.other, amount: 30 }],
    status: 'proposal',
    certainty: 'secondary-source',
    note: 'Also proposed: longer PSUR cycles, and reports of actively exploited vulnerabilities. Before Parliament and Council.',
    changes: 'EU-VIG-01',
    sources: [SOURCES.proposal],
    reviewBy: REVIEW_BY,
  },
]
