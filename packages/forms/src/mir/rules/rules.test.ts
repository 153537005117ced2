import { readdirSync } from 'node:fs'
import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { answered, type Report, withAnswer } from '../../report.js'
import { leaf, text } from '../../table/build.js'
import { insertAfter, withRows } from '../../table/edit.js'
import type { FieldTable } from '../../table.js'
import { adminInfo } from '../7.2.1/rows/admin-info.js'
import { mir721 } from '../7.2.1/table.js'
import { goodReport } from '../good-report.test.data.js'
import { checkRules, mirRules } from './index.js'
import type { MirPath } from './rule.js'

const EVENT = 'incident_info/clinical_event_info'
const PATIENT = 'incident_info/patient_info'
const SIMILAR = 'mfr_invest/similarIncidents'
const MFR = 'admin_info/contact_info/reporterMfr'
const TODAY = day('2026-11-25')

type Key = 'I' | 'F' | 'IF' | 'FR' | 'FN'
type Changes = Partial<Record<MirPath, string | readonly string[] | null>>

/** A table with the field for the second awareness date, as later versions have it. */
const later: FieldTable = {
  ...mir721,
  rows: [
    withRows(
      adminInfo,
      insertAfter(
        adminInfo.rows,
        'mfrAwarenessDate',
        leaf({ name: 'mfrAwarenessReportDate', place: '1.2.d', label: 'Second', help: 'H.', type: text() }),
      ),
    ),
    ...mir721.rows.slice(1),
  ],
}

function changed(key: Key, changes: Changes): Report {
  let report = goodReport(key)
  for (const [path, value] of Object.entries(changes)) {
    const texts = typeof value === 'string' ? [value] : (value ?? [])
    const [first, ...more] = texts
    report = withAnswer(report, path, first === undefined ? undefined : answered(first, ...more))
  }
  return report
}

function codes(report: Report, key: Key, table: FieldTable = mir721): readonly string[] {
  const answers = new Map(
    Object.entries(report.fields).flatMap(([p, a]) => (a === undefined ? [] : [[p, a] as const])),
  )
  return checkRules(table, answers, key, TODAY).map(f => f.code)
}

const cases: readonly (readonly [string, Key, Changes, readonly string[]])[] = [
  [
    'incident dates backwards',
    'FR',
    { 'admin_info/adverseEventDateFrom': '2026-10-03' },
    ['MIR-EVENT-DATES'],
  ],
  [
    'aware before it happened',
    'FR',
    { 'admin_info/mfrAwarenessDate': '2026-09-30' },
    ['MIR-AWARE-BEFORE-EVENT'],
  ],
  ['aware within the estimated range is fine', 'FR', { 'admin_info/mfrAwarenessDate': '2026-10-01' }, []],
  [
    'aware after reporting',
    'FR',
    { 'admin_info/mfrAwarenessDate': '2026-10-21' },
    ['MIR-AWARE-AFTER-REPORT'],
  ],
  [
    'reported before it happened',
    'FR',
    { 'admin_info/adverseEventDateFrom': '2026-10-22', 'admin_info/adverseEventDateTo': '2026-10-22' },
    ['MIR-AWARE-BEFORE-EVENT', 'MIR-EVENT-AFTER-REPORT'],
  ],
  [
    'aware in the future',
    'FR',
    { 'admin_info/mfrAwarenessDate': '2026-11-26', 'admin_info/reportDate': '2026-11-26' },
    ['MIR-FUTURE-DATE', 'MIR-REPORT-IN-FUTURE'],
  ],
  [
    'today is not the future',
    'FR',
    { 'admin_info/mfrAwarenessDate': '2026-11-25', 'admin_info/reportDate': '2026-11-25' },
    [],
  ],
  [
    'next report on the day of this one',
    'I',
    { 'admin_info/reportNextDate': '2026-10-20' },
    ['MIR-NEXT-REPORT-DATE'],
  ],
  [
    'next report after a final one',
    'FR',
    { 'admin_info/reportNextDate': '2026-11-20' },
    ['MIR-NEXT-REPORT-IN-FINAL'],
  ],
  ['a required text that is blank', 'FR', { 'device_info/brandName': ' \n' }, ['MIR-BLANK']],
  [
    'no reason for a non-reportable incident',
    'FN',
    { 'mfr_invest/manufacturersWhyNotReportable': ' ' },
    ['MIR-BLANK'],
  ],
  [
    'own words for unknown',
    'FR',
    { 'admin_info/ncaReportNo': 'n/a', 'device_info/udiDI': 'unknown' },
    ['MIR-UNKNOWN-WORD', 'MIR-UNKNOWN-WORD'],
  ],
  [
    'authority of another country',
    'FR',
    { 'admin_info/ncaEudamedNum': 'FR-CA-008' },
    ['MIR-AUTHORITY-COUNTRY'],
  ],
  ['authority of the same country', 'FR', { 'admin_info/ncaEudamedNum': 'DE-CA-001' }, []],
  [
    'Greece in two spellings',
    'FR',
    {
      'admin_info/ncaEudamedNum': 'EL-CA-001',
      'incident_info/initial_reporter_info/healthcareFacilityCountry': 'GR',
    },
    [],
  ],
  [
    'submitter with another name',
    'FR',
    { [`${MFR}/reporterDetails/reporterOrgName`]: 'Somebody' },
    ['MIR-SUBMITTER-DIFFERS'],
  ],
  ['number of another role', 'FR', { [`${MFR}/mfrDetails/mfrSRN`]: 'DE-AR-000012345' }, ['MIR-SRN-ROLE']],
  ['number of a wrong shape', 'FR', { [`${MFR}/mfrDetails/mfrSRN`]: 'DE-MF-12' }, ['UDI-PATTERN']],
  ['e-mail without @', 'FR', { [`${MFR}/mfrDetails/mfrEmailAddress`]: 'vigilance' }, ['MIR-EMAIL']],
  ['lists that differ', 'FR', { 'device_info/nbCertNumLI': ['A', 'B'] }, ['MIR-LIST-DIFFERS']],
  ['lists that agree', 'FR', { 'device_info/nbCertNum': 'A; B', 'device_info/nbCertNumLI': ['A', 'B'] }, []],
  ['wrong check digit of a UDI-DI', 'FR', { 'device_info/udiDI': '04012345678902' }, ['UDI-CHECK_DIGIT']],
  [
    'notified body without certificate',
    'FR',
    { 'device_info/nbCertNum': null, 'device_info/nbCertNumLI': null },
    ['MIR-NB-WITHOUT-CERTIFICATE'],
  ],
  [
    'certificate without notified body',
    'FR',
    { 'device_info/nbIdNum': null },
    ['MIR-CERTIFICATE-WITHOUT-NB'],
  ],
  ['notified body with three digits', 'FR', { 'device_info/nbIdNum': '123' }, ['MIR-NB-NUMBER']],
  [
    'implanted after it was taken out',
    'FR',
    { 'device_info/ImplantedDateFrom': '2026-05-02', 'device_info/ExplantedDateTo': '2026-05-01' },
    ['MIR-DATE-ORDER'],
  ],
  ['no class', 'FR', { 'device_info/deviceClassMDR': null }, ['MIR-NO-CLASS', 'MIR-FLAGS-WITHOUT-CLASS']],
  ['classes under two laws', 'FR', { 'device_info/deviceClassMDD': 'class IIb' }, ['MIR-SEVERAL-CLASSES']],
  ['a code twice', 'FR', { [`${EVENT}/imdrfCodeChoice2`]: 'A010101' }, ['MIR-CODE-TWICE']],
  ['a choice left out', 'FR', { [`${EVENT}/imdrfCodeChoice3`]: 'A010102' }, ['MIR-CODE-GAP']],
  ['a code that does not exist', 'FR', { [`${EVENT}/imdrfCodeChoice1`]: 'A9999' }, ['IMDRF-UNKNOWN']],
  [
    'a code of another annex',
    'FR',
    { [`${EVENT}/imdrfCodeChoice1`]: 'F26' },
    ['IMDRF-WRONG-ANNEX', 'IMDRF-LOWER-LEVEL'],
  ],
  ['no suitable term, not explained', 'FR', { [`${EVENT}/imdrfCodeChoice1`]: 'A27' }, ['IMDRF-EXPLAIN']],
  [
    'no suitable term, explained',
    'FR',
    { [`${EVENT}/imdrfCodeChoice1`]: 'A27', [`${EVENT}/imdrfCodeMissing`]: 'It hums.' },
    [],
  ],
  [
    'not yet known in a final report',
    'FR',
    { 'mfr_invest/imdrfInvestigationFindingsCodeChoice1': 'C21' },
    ['IMDRF-NOT-YET-KNOWN'],
  ],
  [
    'not yet known in an initial report',
    'I',
    { 'mfr_invest/imdrfInvestigationFindingsCodeChoice1': 'C21' },
    [],
  ],
  [
    'a death that is not classified so',
    'FR',
    { [`${PATIENT}/imdrfHealthCodeChoice1`]: 'F02', [`${PATIENT}/imdrfHealthCodeChoice2`]: 'F2303' },
    ['IMDRF-LOWER-LEVEL', 'MIR-CLASS-BELOW-CODE'],
  ],
  ['a death not related to the device', 'FR', { [`${PATIENT}/imdrfHealthCodeChoice1`]: 'F29' }, []],
  ['a death without a code', 'FR', { 'admin_info/eventClassification': 'Death' }, ['MIR-DEATH-WITHOUT-CODE']],
  [
    'a graver class than the code',
    'FR',
    {
      'admin_info/eventClassification': 'Serious public health threat',
      [`${PATIENT}/imdrfHealthCodeChoice1`]: 'F21',
    },
    [],
  ],
  ['a negative count', 'FR', { [`${EVENT}/numPatientsInvolved`]: '-1' }, ['MIR-NEGATIVE']],
  ['a weight of zero', 'FR', { [`${PATIENT}/massKG`]: '0.0' }, ['MIR-NO-WEIGHT']],
  ['other, not said what', 'FR', { [`${EVENT}/currentDeviceLocation`]: 'Other' }, ['MIR-OTHER-UNSAID']],
  ['said what, but not other', 'FR', { [`${EVENT}/deviceUsageOther`]: 'Training' }, ['MIR-OTHER-UNASKED']],
  ['other basis, not said which', 'FR', { [`${SIMILAR}/similarVariant`]: 'Other' }, ['MIR-OTHER-UNSAID']],
  [
    'risk not reviewed, no reason',
    'FR',
    {
      'mfr_invest/riskAssReviewed': 'No',
      'mfr_invest/riskAssAdequate': null,
      'mfr_invest/riskAssResults': null,
    },
    ['MIR-RISK-NO-RATIONALE'],
  ],
  ['risk reviewed, no result', 'FR', { 'mfr_invest/riskAssResults': null }, ['MIR-RISK-INCOMPLETE']],
  [
    'risk reviewed, and a reason why not',
    'FR',
    { 'mfr_invest/rationaleNoReview': 'None' },
    ['MIR-RISK-CONTRADICTION'],
  ],
  [
    'a period backwards',
    'FR',
    { [`${SIMILAR}/timePeriodN-1/startDate`]: '2026-01-01' },
    ['MIR-PERIOD-BACKWARDS'],
  ],
  [
    'periods that overlap',
    'FR',
    { [`${SIMILAR}/timePeriodN/startDate`]: '2025-12-31' },
    ['MIR-PERIOD-OVERLAP'],
  ],
  ['periods with a gap', 'FR', { [`${SIMILAR}/timePeriodN/startDate`]: '2026-01-03' }, ['MIR-PERIOD-GAP']],
  [
    'an earlier period of half a year',
    'FR',
    { [`${SIMILAR}/timePeriodN-1/startDate`]: '2025-07-01' },
    ['MIR-PERIOD-LENGTH'],
  ],
  ['a period left out', 'FR', { [`${SIMILAR}/timePeriodN-3/worldSimInc`]: '1' }, ['MIR-PERIOD-MISSING']],
  [
    'a period beyond the report',
    'FR',
    { [`${SIMILAR}/timePeriodN/endDate`]: '2026-12-31' },
    ['MIR-PERIOD-IN-FUTURE'],
  ],
  [
    'a world smaller than its part',
    'FR',
    { [`${SIMILAR}/timePeriodN/worldSimInc`]: '1' },
    ['MIR-WORLD-TOO-SMALL'],
  ],
  [
    'numbers added up although the basis forbids it',
    'FR',
    {
      [`${SIMILAR}/numberBasedOn`]: 'Number of tests performed',
      [`${SIMILAR}/timePeriodN/worldSimDev`]: '400',
      [`${SIMILAR}/timePeriodN-1/worldSimDev`]: '200',
      [`${SIMILAR}/timePeriodN-2/worldSimDev`]: '100',
      [`${SIMILAR}/timePeriodN-3/worldSimDev`]: '50',
    },
    ['MIR-LOOKS-CUMULATIVE'],
  ],
  [
    'a sum that falls',
    'FR',
    {
      [`${SIMILAR}/numberBasedOn`]:
        'Units distributed from the date of declaration of Conformity/CE mark approval to the end date of each time period',
      [`${SIMILAR}/timePeriodN/worldSimDev`]: '7999',
    },
    ['MIR-CUMULATIVE-FALLS'],
  ],
  ['a text of 4001 characters', 'FR', { 'mfr_invest/rootCauses': 'x'.repeat(4001) }, ['MIR-TEXT-LENGTH']],
  ['a text of 4000 characters', 'FR', { 'mfr_invest/rootCauses': '😀'.repeat(4000) }, []],
  [
    'no UDI and no nomenclature',
    'FR',
    { 'device_info/udiDI': null, 'device_info/nomenclatureCode': null },
    ['MIR-OPEN', 'MIR-ADVISED'],
  ],
  ['no similar incidents in an initial report', 'I', {}, []],
]

describe('the business rules', () => {
  for (const [what, key, changes, expected] of cases)
    it(`on ${what}: ${expected.join(', ') || 'nothing'}`, () => {
      expect(codes(changed(key, changes), key)).toEqual(expected)
    })

  it('on a report without a submitter', () => {
    const { fields, ...rest } = goodReport()
    const kept = Object.fromEntries(Object.entries(fields).filter(([p]) => !p.includes('contact_info')))
    expect(codes({ ...rest, fields: kept }, 'FR')).toEqual(['MIR-NO-SUBMITTER'])
  })

  it('on two awareness dates', () => {
    const second = (date: string, comment?: string) =>
      codes(
        changed('FR', {
          'admin_info/mfrAwarenessReportDate': date,
          ...(comment === undefined ? {} : { 'other_reporting_info/AdditionalComments': comment }),
        }),
        'FR',
        later,
      )
    expect(second('2026-10-08')).toEqual([])
    expect(second('2026-10-12')).toEqual(['MIR-AWARENESS-UNEXPLAINED'])
    expect(second('2026-10-12', 'First judged not reportable.')).toEqual([])
    expect(second('2026-10-07')).toEqual(['MIR-REPORTABLE-BEFORE-AWARE'])
  })

  it('say nothing of the future without a day to compare with', () => {
    const report = changed('FR', {
      'admin_info/mfrAwarenessDate': '2099-01-01',
      'admin_info/reportDate': '2099-01-01',
    })
    const answers = new Map(
      Object.entries(report.fields).flatMap(([p, a]) => (a === undefined ? [] : [[p, a] as const])),
    )
    expect(checkRules(mir721, answers, 'FR', undefined)).toEqual([])
  })

  it('are each in a file of their name, and each finding is made by a case above', () => {
    const files = readdirSync(new URL('.', import.meta.url))
      .filter(f => f.endsWith('.ts') && !/^(?:rule|index)\.ts$|\.test\./.test(f))
      .map(f => f.replace('.ts', ''))
    expect(mirRules.map(r => r.id).sort()).toEqual(files.sort())
    const made = new Set(cases.flatMap(c => c[3]))
    const elsewhere = ['NO-SUBMITTER', 'AWARENESS-UNEXPLAINED', 'REPORTABLE-BEFORE-AWARE', 'UNANSWERED']
    const missing = mirRules
      .flatMap(r => Object.keys(r.kinds))
      .filter(k => !made.has(`MIR-${k}`) && !elsewhere.includes(k))
    expect(missing).toEqual([])
  })
})
