/**
 * 100,000 device-case fact sets through all rules of the law, against JSON.parse of the same facts.
 * Rounds are interleaved; the medians and their ratio are printed, and the ratio at a tenth of the size for growth.
 */
import type { Day } from '@vigie/kernel'
import { calendarFor, judge, type LawFacts, shippedLaw } from '@vigie/law'
import { Random } from '../conformance/random.js'
import { median, seconds } from './measure.js'

const SIZE = 100_000
const ROUNDS = 7

const law = shippedLaw()
const calendar = calendarFor('DE')

const COUNTRIES = ['DE', 'FR', 'PL', 'IT', 'XI', 'GB', 'CH', 'US', 'NO', 'BR']
const OUTCOMES = ['death', 'hospitalisation', 'life-threatening', 'minor-harm', 'no-harm']
const PROBLEMS = ['malfunction', 'use-error', 'erroneous-result', 'undesirable-side-effect', 'abnormal-use']

interface FactSet {
  readonly days: { readonly 'incident-learnt': Day }
  readonly facts: LawFacts
}

/** Fact sets as the JSON text that both sides start from. */
function factSets(size: number): string {
  const random = new Random(20261123)
  const yesNo = () => random.pick([true, false])
  const sets = Array.from({ length: size }, (_, i) => ({
    id: `case-${i}`,
    days: {
      'incident-learnt': `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    },
    facts: {
      'device.kind': random.pick(['device', 'ivd']),
      'device.regulation': random.pick(['MDR', 'IVDR', 'MDD']),
      'device.riskClass': random.pick(['I', 'IIa', 'IIb', 'III']),
      'device.customMade': false,
      'device.investigational': false,
      'device.markets': [
        random.pick(COUNTRIES),
        random.pick(COUNTRIES),
        random.pick(COUNTRIES),
        random.pick(COUNTRIES),
      ],
      'device.madeAvailableWhereUsed': true,
      'device.discontinuedInGreatBritain': false,
      'device.certifiedByNotifiedBody': yesNo(),
      'event.country': random.pick(COUNTRIES),
      'event.problems': [random.pick(PROBLEMS)],
      'event.useErrorFromDesign': yesNo(),
      'event.outcomes': [random.pick(OUTCOMES)],
      'event.couldHaveLedTo': random.pick(['death', 'serious-deterioration', 'nothing-serious']),
      'event.publicHealthThreat': random.chance(0.02),
      'event.forwardedByAuthority': random.chance(0.05),
      'assessment.causality': random.pick(['established', 'possible', 'suspected', 'excluded']),
      'assessment.anticipated.consideredInRiskAnalysis': yesNo(),
      'assessment.anticipated.documentedInRiskReport': yesNo(),
      'assessment.coveredByPeriodicSummary': false,
      'manufacturer.country': random.pick(COUNTRIES),
      'authorisedRepresentative.country': random.pick(COUNTRIES),
      'awareness.remedialActionNeeded': false,
      'awareness.newInformation': false,
    },
  }))
  return JSON.stringify(sets)
}

function run(size: number) {
  const text = factSets(size)
  const sets: FactSet[] = JSON.parse(text)
  const parse: number[] = []
  const engine: number[] = []
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
