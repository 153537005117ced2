import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const REVIEWED = 'mfr_invest/riskAssReviewed'
const RATIONALE = 'mfr_invest/rationaleNoReview'
const ADEQUATE = 'mfr_invest/riskAssAdequate'
const RESULTS = 'mfr_invest/riskAssResults'

export const riskAssessment = defineRule({
  id: 'risk-assessment',
  source:
    'Section 4.2.d of the form; that the parts depend on the first answer is not confirmed in a primary text',
  kinds: {
    'RISK-NO-RATIONALE': kind<object>(
      'recommended',
      'The risk assessment was not reviewed and no reason is given.',
      () => 'The risk assessment was not reviewed, but section 4.2.d does not say why.',
      () => 'Say why it was not necessary to look at the risk assessment again.',
    ),
    'RISK-INCOMPLETE': kind<{ missing: string }>(
      'recommended',
      'The risk assessment was reviewed, but not what came out.',
      p => `The risk assessment was reviewed, but ${p.missing} is not answered.`,
      () => 'Say whether it is still adequate and what the review showed.',
    ),
    'RISK-CONTRADICTION': kind<{ given: string; reviewed: string }>(
      'recommended',
      'An answer about the risk assessment does not fit whether it was reviewed.',
      p => `${p.given} is answered, although "Risk assessment reviewed" is ${p.reviewed}.`,
      () => 'Correct the answer that is wrong.',
    ),
  },
  check(form, make, add) {
    const reviewed = form.text(REVIEWED)
    if (reviewed !== 'Yes' && reviewed !== 'No') return
    const expected = reviewed === 'Yes' ? ([ADEQUATE, RESULTS] as const) : ([RATIONALE] as const)
    const others = reviewed === 'Yes' ? ([RATIONALE] as const) : ([ADEQUATE, RESULTS] as const)
    for (const path of expected) {
      if (form.says(path)) continue
      if (path === RATIONALE) add(make['RISK-NO-RATIONALE'](form.at(path), {}))
      else add(make['RISK-INCOMPLETE'](form.at(path), { missing: form.label(path) }))
    }
    for (const path of others)
      if (form.says(path))
        add(make['RISK-CONTRADICTION'](form.at(path), { given: form.label(path), reviewed }))
  },
})
