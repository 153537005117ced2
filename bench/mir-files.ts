import { mir721 } from '@vigie/forms/mir'
import {
  allElements,
  type Draft,
  escape,
  makeReport,
  parentOf,
  prose,
  toXml,
} from '../conformance/mir-samples.js'
import { mutations } from '../conformance/mutate.js'
import type { Random } from '../conformance/random.js'

/** Fields that hold a narrative in real reports; at most 4000 characters each. */
const NARRATIVES = new Set(
  (
    'deviceDescription eventDescription patientRemedialAction patientPriorMedication manufacturersPrelimAnalysis ' +
    'manufacturersInitialCorrecAction furtherInvestigations rootCauses manufacturersWhyNotReportable riskAssResults ' +
    'correctiveAction correctiveActionSchedule manufacturersFinalComments similarVariantDetails AdditionalComments'
  ).split(' '),
)

const DATES: Readonly<Record<string, string>> = {
  reportDate: '2026-10-20',
  adverseEventDateFrom: '2026-10-01',
  adverseEventDateTo: '2026-10-02',
  mfrAwarenessDate: '2026-10-05',
  reportNextDate: '2026-11-20',
  deviceMfrDate: '2024-03-01',
  deviceExpiryDate: '2029-03-01',
  ImplantedDateFrom: '2025-01-10',
  ImplantedDateTo: '2025-01-10',
  ExplantedDateFrom: '2026-10-02',
  ExplantedDateTo: '2026-10-02',
}

const PERIODS: Readonly<Record<string, readonly [string, string]>> = {
  timePeriodN: ['2026-01-01', '2026-09-30'],
  'timePeriodN-1': ['2025-01-01', '2025-12-31'],
  'timePeriodN-2': ['2024-01-01', '2024-12-31'],
  'timePeriodN-3': ['2023-01-01', '2023-12-31'],
}

/** Answers in words that stand only beside the answer named. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  nomenclatureSystemOther: ['nomenclatureSystem', 'Other'],
  currentDeviceLocationOtherText: ['currentDeviceLocation', 'Other'],
  deviceOperatorAtEventOther: ['deviceOperatorAtEvent', 'Other'],
  deviceUsageOther: ['deviceUsage', 'Other'],
  initialReporterRoleOther: ['initialReporterRole', 'Other'],
  numberBasedOnOther: ['numberBasedOn', 'Other'],
  similarIncOtherReportingCodesText: ['similarIncOtherReportingCodes', 'Yes'],
  similarIncOtherInHouseCodesText: ['similarIncOtherInHouseCodes', 'Yes'],
  rationaleNoReview: ['riskAssReviewed', 'No'],
  riskAssAdequate: ['riskAssReviewed', 'Yes'],
  riskAssResults: ['riskAssReviewed', 'Yes'],
}
const CLASSES = ['deviceClass', 'deviceClassMDD', 'deviceClassIVDD', 'deviceClassMDR', 'deviceClassIVDR']

function remove(root: Draft, child: Draft): void {
  const parent = parentOf(root, child)
  if (parent !== undefined) parent.children = parent.children.filter(c => c !== child)
}

/** Makes invented answers agree with each other, as those of a real report mostly do. */
function settle(root: Draft, key: string): void {
  const elements = allElements(root)
  const textOf = (name: string) => elements.find(e => e.name === name)?.raw
  const codes = new Map<string, Set<string>>()
  let classes = 0
  for (const element of elements) {
    const { name } = element
    const date = DATES[name]
    if (date !== undefined) element.raw = date
    const [start, end] = PERIODS[name] ?? []
    for (const inner of start === undefined ? [] : element.children) {
      if (inner.name === 'startDate') inner.raw = start ?? ''
      else if (inner.name === 'endDate') inner.raw = end ?? ''
      else if (inner.name.startsWith('world')) inner.raw = '9000'
    }
    const words = WORDS[name]
    if (words !== undefined && textOf(words[0]) !== words[1]) remove(root, element)
    if (name.endsWith('LI')) element.raw = textOf(name.slice(0, -2)) ?? element.raw
    if (CLASSES.includes(name) && classes++ > 0) remove(root, element)
    if (name.includes('CodeChoice') && name.startsWith('imdrf')) {
      const list = name.replace(/\d$/, '')
      const used = codes.get(list) ?? new Set()
      codes.set(list, used)
      if (used.has(element.raw) || used.size !== Number(name.slice(-1)) - 1) remove(root, element)
      else used.add(element.raw)
    }
    if (name === 'reportNextDate' && key !== 'I' && key !== 'F') remove(root, element)
  }
  const seen = new Set<string>()
  for (const element of allElements(root))
    if (element.name.endsWith('LI') && seen.size === seen.add(element.name).size) remove(root, element)
}

/**
 * One MIR file of 20 to 60 kB: half of the optional fields are answered, narratives are long, answers fit together.
 * Half of the files then get one to three faults.
 */
export function makeFile(key: string, random: Random): string {
  const root = makeReport(mir721, key, random, 0.5)
  settle(root, key)
  const narratives = allElements(root).filter(e => NARRATIVES.has(e.name))
  const missing = Math.max(0, random.int(20_000, 60_000) - toXml(root).length)
  const length = Math.min(3990, Math.floor(missing / narratives.length))
  for (const element of narratives) element.raw = escape(prose(random, length))
  if (random.chance(0.5))
    for (let faults = random.int(1, 3); faults > 0; faults--) random.pick(mutations)[1](root, random)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`
}
