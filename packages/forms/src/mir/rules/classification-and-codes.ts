import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const CLASS = 'admin_info/eventClassification'
const HEALTH = 'incident_info/patient_info/imdrfHealthCodeChoice'
const HEALTH_CODES = [1, 2, 3, 4, 5, 6].map(choice => `${HEALTH}${choice}`)
const CLASSES = [
  'Serious public health threat',
  'Death',
  'Unanticipated serious deterioration in state of health',
]
/** Annex F code to the class it points to. F29 is a death that is not related to the device. */
const POINTS_TO: Readonly<Record<string, number>> = { F20: 0, F02: 1, F0201: 1, F21: 2 }

export const classificationAndCodes = defineRule({
  id: 'classification-and-codes',
  source:
    'IMDRF annex F; a cross-check only, the classification is decided by the facts (MDCG 2023-3 question 14)',
  kinds: {
    'CLASS-BELOW-CODE': kind<{ code: string; class: string; points: string }>(
      'recommended',
      'A health impact code points to a graver class than the one given.',
      p =>
        `The health impact code ${p.code} points to "${p.points}", but the classification is "${p.class}".`,
      () => 'Look at both again. The graver class has the shorter time to report.',
    ),
    'DEATH-WITHOUT-CODE': kind<object>(
      'recommended',
      'The incident is classified as a death, but no health impact code says so.',
      () => 'The classification is "Death", but no health impact code of annex F says that somebody died.',
      () => 'Add F02 or F29 (death not related), or look at the classification again.',
    ),
  },
  check(form, make, add) {
    const stated = form.text(CLASS)
    if (stated === undefined) return
    const codes: string[] = []
    const rank = CLASSES.indexOf(stated)
    for (const path of HEALTH_CODES) {
      const code = form.raw(path)
      if (code === undefined) continue
      codes.push(code)
      const points = POINTS_TO[code]
      if (points !== undefined && (rank < 0 || rank > points))
        add(
          make['CLASS-BELOW-CODE'](form.at(path), {
            code,
            class: stated,
            points: CLASSES[points] ?? '',
          }),
        )
    }
    if (stated === 'Death' && codes.length > 0 && !codes.some(c => c.startsWith('F02') || c === 'F29'))
      add(make['DEATH-WITHOUT-CODE'](form.at(CLASS), {}))
  },
})
