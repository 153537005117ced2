import { existsSync, readFileSync } from 'node:fs'
import { issuingEntityOf, issuingEntityOfBasic } from '@vigie/udi'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answer,
  answered,
  newReport,
  type Report,
  textAt,
  textsAt,
  type Unplaced,
} from '../../report.js'
import { leavesOf, rowsByPath } from '../../table/index-of.js'
import { writeDocument } from '../../write-report.js'
import { type Mir721Path, mir721 } from '../7.2.1/table.js'
import { readMir } from '../read.js'
import { roundedDecimal } from './migrate/weight.js'
import { migrateTo731 } from './migrate-from-7.2.1.js'
import { mir731 } from './table.js'

const MFR = 'admin_info/contact_info/reporterMfr'
const old = (texts: { readonly [P in Mir721Path]?: string | readonly [string, ...string[]] }): Report => ({
  ...newReport(mir721),
  fields: Object.fromEntries(
    Object.entries(texts).map(([path, t]) => [path, typeof t === 'string' ? answered(t) : answered(...t)]),
  ),
})
const at = <N extends { readonly old?: { readonly path: string }; readonly new?: { readonly path: string } }>(
  notes: readonly N[],
  path: string,
) => notes.find(n => n.old?.path === path || n.new?.path === path)

describe('from 7.2.1 to 7.3.1', () => {
  it('only suggests the awareness date of reportability', () => {
    const { report, notes } = migrateTo731(old({ 'admin_info/mfrAwarenessDate': '2026-03-02' }))
    expect(report.fields['admin_info/mfrAwarenessReportDate']).toBeUndefined()
    expect(at(notes.needsAnswer, 'admin_info/mfrAwarenessReportDate')).toMatchObject({
      new: { place: '1.2.d' },
      suggestion: '2026-03-02',
    })
  })

  it('tells which letters moved', () => {
    const { notes } = migrateTo731(old({ 'admin_info/reportType': 'Initial' }))
    expect(at(notes.carried, 'admin_info/reportType')).toMatchObject({
      old: { place: '1.2.d' },
      new: { place: '1.2.e' },
      sentence: 'Carried as it is. It stands in 1.2.e now; before, in 1.2.d.',
    })
  })

  it('writes the version and names the schema of the report type', () => {
    const before = old({ 'admin_info/reportType': 'Follow up' })
    const named = { ...before.attributes, 'xsi:noNamespaceSchemaLocation': 'incident-Followup-v7.2.1.xsd' }
    const { report } = migrateTo731({ ...before, attributes: named })
    expect(report.version).toBe('7.3.1')
    expect(textAt(report, 'admin_info/formVersion')).toBe('7.3.1')
    expect(report.attributes).toMatchObject({
      version: '7.3.1',
      'xsi:noNamespaceSchemaLocation': 'incident-Followup-v7.3.xsd',
    })
  })

  it('carries the regional numbers and says that the column counts other countries now', () => {
    const path = 'mfr_invest/similarIncidents/timePeriodN-1/eeaChTrSimInc'
    const { report, notes } = migrateTo731(old({ [path]: '7' }))
    expect(textAt(report, path)).toBe('7')
    expect(at(notes.changedMeaning, path)).toMatchObject({ was: ['7'] })
    expect(at(notes.changedMeaning, path)?.sentence).toMatch(/Switzerland/)
    expect(at(notes.carried, path)).toBeUndefined()
  })

  it('rounds the weight and says so', () => {
    const path = 'incident_info/patient_info/massKG'
    const { report, notes } = migrateTo731(old({ [path]: '72.5' }))
    expect(textAt(report, path)).toBe('73')
    expect(at(notes.changedMeaning, path)?.sentence).toContain('72.5 became 73')
    expect(at(migrateTo731(old({ [path]: '72' })).notes.carried, path)).toBeDefined()
    expect(textAt(migrateTo731(old({ [path]: 'about 70' })).report, path)).toBe('about 70')
  })

  it('drops the second copy of the manufacturer, and keeps a submitter that says something else', () => {
    const same = old({
      [`${MFR}/statusReporter`]: 'Manufacturer',
      [`${MFR}/mfrDetails/mfrName`]: 'Acme',
      [`${MFR}/reporterDetails/reporterOrgName`]: 'Acme',
    })
    const dropped = migrateTo731(same)
    expect(dropped.report.fields[`${MFR}/reporterDetails/reporterOrgName`]).toBeUndefined()
    expect(dropped.notes.dropped).toMatchObject([{ old: { place: '1.3.4.a' }, was: ['Acme'] }])

    const other = { ...same.fields, [`${MFR}/reporterDetails/reporterOrgName`]: answered('Acme Ltd') }
    const kept = migrateTo731({ ...same, fields: other })
    expect(textAt(kept.report, `${MFR}/reporterDetails/reporterOrgName`)).toBe('Acme Ltd')
    expect(kept.notes.dropped).toEqual([])
    expect(at(kept.notes.needsAnswer, `${MFR}/reporterDetails`)?.sentence).toContain('organisation name')
  })

  it('names Switzerland and Great Britain in words, and writes the word for all out', () => {
    const LIST = 'device_info/distribution/distributionEEA'
    const OTHER = 'device_info/distribution/otherCountries'
    const some = migrateTo731(old({ [LIST]: ['DE', 'CH', 'GB'], [OTHER]: 'Japan; Switzerland' }))
    expect(textsAt(some.report, LIST)).toEqual(['DE'])
    expect(textsAt(some.report, OTHER)).toEqual(['Japan; Switzerland; United Kingdom'])
    expect(textsAt(some.report, `${OTHER}LI`)).toEqual(['Japan', 'Switzerland', 'United Kingdom'])
    expect(at(some.notes.changedMeaning, LIST)).toMatchObject({ was: ['DE', 'CH', 'GB'] })

    const ALL = 'device_info/distribution/distribution_all'
    const all = migrateTo731(old({ [ALL]: 'All EEA, Switzerland and Turkey' }))
    expect(textsAt(all.report, LIST)).toHaveLength(31)
    expect(textsAt(all.report, LIST)).not.toContain('XI')
    expect(textAt(all.report, ALL)).toBeUndefined()
    expect(textsAt(all.report, OTHER)).toEqual(['Switzerland'])
  })

  it('proposes issuing entities by the function given, and fills none', () => {
    const report721 = old({
      'device_info/udiDI': '09521234567899',
      'device_info/udiDIBasic': '952123456AQUILA3LQ',
    })
    const ports = {
      issuingEntityOf: (text: string, is: 'udi-di' | 'basic-udi-di') =>
        is === 'udi-di' ? issuingEntityOf(text) : issuingEntityOfBasic(text),
    }
    const { report, notes } = migrateTo731(report721, ports)
    expect(report.fields['device_info/udiDI_Entity']).toBeUndefined()
    expect(at(notes.needsAnswer, 'device_info/udiDI_Entity')?.suggestion).toBe('GS1')
    expect(at(notes.needsAnswer, 'device_info/Basic_Entity')?.suggestion).toBe('GS1')
    expect(at(notes.needsAnswer, 'device_info/UnitofUse_Entity')).toBeUndefined()
    expect(
      at(migrateTo731(report721).notes.needsAnswer, 'device_info/udiDI_Entity')?.suggestion,
    ).toBeUndefined()
  })

  it('asks what 7.3.1 demands and 7.2.1 left free', () => {
    const { notes } = migrateTo731(
      old({ 'admin_info/reportType': 'Initial', [`${MFR}/mfrDetails/mfrName`]: 'Acme' }),
    )
    const asked = notes.needsAnswer.map(n => n.new?.path)
    expect(asked).toContain('incident_info/patient_info/Gender')
    expect(asked).toContain('mfr_invest/furtherInvestigations')
    expect(asked).toContain(`${MFR}/mfrDetails/mfrSRN`)
    expect(asked).not.toContain('admin_info/contact_info/reporterAR/mfrDetails/mfrSRN')
    expect(asked).not.toContain('device_info/brandName')
  })

  it('points to Northern Ireland where the report says GB', () => {
    const path = 'incident_info/initial_reporter_info/healthcareFacilityCountry'
    const { report, notes } = migrateTo731(old({ [path]: 'GB' }))
    expect(textAt(report, path)).toBe('GB')
    expect(at(notes.changedMeaning, path)?.sentence).toContain('XI')
  })

  it('refuses a report of another version', () => {
    expect(() => migrateTo731(newReport(mir731))).toThrow(RangeError)
  })
})

describe('rounding', () => {
  it.each([
    ['72.5', '73'],
    ['72.49999999999999999999', '72'],
    ['.5', '1'],
    ['99999999999999999999.5', '100000000000000000000'],
    ['-0.4', '0'],
    ['-2.5', '-3'],
    ['070.0', '70'],
    ['5.', '5'],
  ])('%s becomes %s', (text, whole) => expect(roundedDecimal(text)).toBe(whole))
  it.each(['72', '+3', '', '.', 'x', '1e3', '7,5'])('leaves %j', text =>
    expect(roundedDecimal(text)).toBeUndefined(),
  )
})

const leaves = leavesOf(mir721)
const groups = [...rowsByPath(mir721).values()].flatMap(l => (l.row.kind === 'group' ? [l.path] : []))
/** The fields that the migration treats in a way of their own, drawn as often as all others together. */
const SPECIAL = leaves
  .map(l => l.path)
  .filter(p => /reporterMfr|massKG|distribution|SimInc|FacilityCountry|pmcfpmpf|udiDI|Awareness/.test(p))
const somePath = fc.oneof(fc.constantFrom(...leaves.map(l => l.path)), fc.constantFrom(...SPECIAL))
const someText = fc.oneof(
  fc.constantFrom(
    '',
    'Yes',
    'GB',
    'CH',
    'DE',
    '72.5',
    'Unknown',
    'All EEA, Switzerland and Turkey',
    'Others',
  ),
  fc.string({ maxLength: 12 }),
)
const someAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.array(someText, { minLength: 1, maxLength: 3 }).map(([first = '', ...more]) => answered(first, ...more)),
  fc.constant<Answer>({ state: 'not-answered' }),
  fc.constant<Answer>({ state: 'unknown', reason: 'asked' }),
  fc.constant<Answer>({ state: 'not-applicable' }),
)
const someUnplaced: fc.Arbitrary<Unplaced> = fc.record({
  kind: fc.constantFrom('element', 'comment'),
  in: fc.constantFrom('', ...groups),
  xml: fc.uuid().map(id => `<x>${id}</x>`),
})
const someReport: fc.Arbitrary<Report> = fc
  .record({
    fields: fc.uniqueArray(fc.tuple(somePath, someAnswer), {
      maxLength: 60,
      selector: ([path]) => path,
    }),
    emptyGroups: fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 3 }),
    unplaced: fc.array(someUnplaced, { maxLength: 3 }),
  })
  .map(r => ({ ...newReport(mir721), ...r, fields: Object.fromEntries(r.fields) }))

describe('nothing read from 7.2.1 disappears', () => {
  it('without an entry in the list', () => {
    fc.assert(
      fc.property(someReport, before => {
        const { report, notes } = migrateTo731(before)
        const all = [...notes.carried, ...notes.changedMeaning, ...notes.dropped]
        for (const [path, answer] of Object.entries(before.fields)) {
          const entries = all.filter(
            n => n.old?.path === path && (n.new !== undefined || notes.dropped.includes(n)),
          )
          expect(entries.length, path).toBeGreaterThan(0)
          if (answer?.state === 'answered')
            expect(
              entries.some(n => String(n.was) === String(answer.texts)),
              path,
            ).toBe(true)
          const gone = report.fields[path] === undefined
          if (gone) expect(at(notes.carried, path), path).toBeUndefined()
          else if (!at(notes.changedMeaning, path)) expect(report.fields[path], path).toEqual(answer)
        }
        for (const path of before.emptyGroups)
          expect(report.emptyGroups.includes(path) || at(notes.dropped, path) !== undefined, path).toBe(true)
        for (const piece of before.unplaced) {
          expect(report.unplaced).toContainEqual(piece)
          expect(all.some(n => n.was?.[0] === piece.xml)).toBe(true)
        }
        for (const name of Object.keys(before.attributes)) expect(at(all, `@${name}`), name).toBeDefined()
      }),
      { numRuns: 300 },
    )
  })

  it('and nothing new is answered but the version', () => {
    fc.assert(
      fc.property(someReport, before => {
        const { report, notes } = migrateTo731(before)
        const fresh = leavesOf(mir731).filter(l => !rowsByPath(mir721).has(l.path))
        const filled = fresh.filter(l => report.fields[l.path] !== undefined).map(l => l.path)
        expect(filled).toEqual(['admin_info/formVersion'])
        const asked = new Set(notes.needsAnswer.map(n => n.new?.path))
        for (const { path } of fresh)
          if (!/formVersion|_Entity$/.test(path)) expect(asked.has(path), path).toBe(true)
        expect(notes.needsAnswer.filter(n => n.suggestion === 'No')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

const examples = new URL('../../../../../../shared/reference/mir/examples/', import.meta.url)
const here = existsSync(examples)
if (!here)
  console.warn('skipped: the sample reports of MIR 7.2.1 are not at ../shared/reference/mir/examples')

describe.skipIf(!here)('the sample reports of 7.2.1', () => {
  for (const name of ['Initial', 'Followup', 'Initial+Final', 'Final-Reportable', 'Final-NonReportable'])
    it(`${name} migrates, and reads again as what was written`, () => {
      const bytes = new Uint8Array(readFileSync(new URL(`incident-example-${name}.xml`, examples)))
      const before = readMir(bytes).report
      expect(before).toBeDefined()
      if (before === undefined) return
      const { report } = migrateTo731(before)
      const again = readMir(new TextEncoder().encode(writeDocument(mir731, report)))
      expect(again.report).toEqual(report)
    })
})
