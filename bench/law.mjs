/**
 * 100,000 device-case fact sets through all rules of the law, against JSON.parse of the same facts.
 * Rounds are interleaved; the medians and their ratio are printed, and the ratio at a tenth of the size for growth.
 */
import { calendarFor, judge, shippedLaw } from '@vigie/law'
import { median, seconds, seeded } from './measure.mjs'

const SIZE = 100_000
const ROUNDS = 7

const law = shippedLaw()
const calendar = calendarFor('DE')

const COUNTRIES = ['DE', 'FR', 'PL', 'IT', 'XI', 'GB', 'CH', 'US', 'NO', 'BR']
const OUTCOMES = ['death', 'hospitalisation', 'life-threatening', 'minor-harm', 'no-harm']
const PROBLEMS = ['malfunction', 'use-error', 'erroneous-result', 'undesirable-side-effect', 'abnormal-use']

function factSets(size) {
  const random = seeded(20261123)
  const pick = list => list[Math.floor(random() * list.length)]
  const yesNo = () => random() < 0.5
  return Array.from({ length: size }, (_, i) => ({
    id: `case-${i}`,
    days: {
      'incident-learnt': `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    },
    facts: {
      'device.kind': pick(['device', 'ivd']),
      'device.regulation': pick(['MDR', 'IVDR', 'MDD']),
      'device.riskClass': pick(['I', 'IIa', 'IIb', 'III']),
      'device.customMade': false,
      'device.investigational': false,
      'device.markets': [pick(COUNTRIES), pick(COUNTRIES), pick(COUNTRIES), pick(COUNTRIES)],
      'device.madeAvailableWhereUsed': true,
      'device.discontinuedInGreatBritain': false,
      'device.certifiedByNotifiedBody': yesNo(),
      'event.country': pick(COUNTRIES),
      'event.problems': [pick(PROBLEMS)],
      'event.useErrorFromDesign': yesNo(),
      'event.outcomes': [pick(OUTCOMES)],
      'event.couldHaveLedTo': pick(['death', 'serious-deterioration', 'nothing-serious']),
      'event.publicHealthThreat': random() < 0.02,
      'event.forwardedByAuthority': random() < 0.05,
      'assessment.causality': pick(['established', 'possible', 'suspected', 'excluded']),
      'assessment.anticipated.consideredInRiskAnalysis': yesNo(),
      'assessment.anticipated.documentedInRiskReport': yesNo(),
      'assessment.coveredByPeriodicSummary': false,
      'manufacturer.country': pick(COUNTRIES),
      'authorisedRepresentative.country': pick(COUNTRIES),
      'awareness.remedialActionNeeded': false,
      'awareness.newInformation': false,
    },
  }))
}

function run(size) {
  const sets = factSets(size)
  const text = JSON.stringify(sets)
  const parse = []
  const engine = []
  let due = 0
  for (let round = 0; round < ROUNDS; round++) {
    parse.push(seconds(() => JSON.parse(text)))
    engine.push(
      seconds(() => {
        due = 0
        for (const { facts, days } of sets)
          due += judge(law, facts, days, days['incident-learnt'], calendar).length
      }),
    )
  }
  return { text, due, parse: median(parse), engine: median(engine) }
}

const small = run(SIZE / 10)
const large = run(SIZE)
const ratio = large.engine / large.parse
console.log(
  `law: ${SIZE} fact sets, ${law.rules.length} rules, ${(large.text.length / SIZE).toFixed(0)} bytes of JSON a set`,
)
console.log(`  rules       ${(large.engine * 1000).toFixed(0)} ms (${large.due} answers that are not "no")`)
console.log(`  JSON.parse  ${(large.parse * 1000).toFixed(0)} ms`)
console.log(`  ratio       ${ratio.toFixed(2)} (goal <= 3)`)
console.log(
  `  growth      ${(large.engine / small.engine / 10).toFixed(2)} x linear from ${SIZE / 10} to ${SIZE}`,
)
