import {
  type Answer,
  answered,
  newReport,
  type Report,
  reportTypeOf,
  textAt,
  textsAt,
  withAnswer,
} from '../../report.js'
import { rowsByPath } from '../../table/index-of.js'
import { mir721 } from '../7.2.1/table.js'
import { migrateMarkets } from './migrate/markets.js'
import { inNew, inOld, labelOf, type MigrationNote, type MigrationNotes } from './migrate/notes.js'
import { type MigrationPorts, openQuestions } from './migrate/questions.js'
import { migrateSubmitter } from './migrate/submitter.js'
import { roundedDecimal } from './migrate/weight.js'
import { mir731 } from './table.js'

export interface Migration {
  readonly report: Report
  readonly notes: MigrationNotes
}

const WEIGHT = 'incident_info/patient_info/massKG'
const COUNTRY = 'incident_info/initial_reporter_info/healthcareFacilityCountry'
const LOCATION = 'xsi:noNamespaceSchemaLocation'

/**
 * Turns a report of MIR 7.2.1 into one of 7.3.1. Nothing that was read disappears without a note, and no question is
 * answered that the old form did not ask: what can be told from the old report is only suggested.
 *
 * @throws RangeError for a report of another version
 */
export function migrateTo731(report721: Report, ports: MigrationPorts = {}): Migration {
  if (report721.version !== mir721.version)
    throw new RangeError(`a report of MIR ${mir721.version} is wanted, not of ${report721.version}`)
  const submitter = migrateSubmitter(report721)
  const markets = migrateMarkets(submitter.report)
  const weight = migrateWeight(markets.report)
  const header = migrateHeader(report721, weight.report)
  const changedMeaning = [
    ...header.changedMeaning,
    ...markets.changedMeaning,
    ...weight.changedMeaning,
    ...northernIreland(report721),
    ...regionalColumns(report721),
  ]
  const told = new Set([...changedMeaning, ...submitter.dropped].map(n => n.old?.path))
  return {
    report: header.report,
    notes: {
      carried: [...carriedFields(report721, told), ...carriedRest(report721, told)],
      changedMeaning,
      needsAnswer: [...submitter.needsAnswer, ...openQuestions(header.report, ports)],
      dropped: submitter.dropped,
    },
  }
}

function migrateHeader(old: Report, report: Report) {
  const fresh = newReport(mir731)
  const { version = '', [LOCATION]: named, ...others } = old.attributes
  const file = reportTypeOf(mir731, report)?.schemaFile
  const attributes = {
    ...others,
    ...fresh.attributes,
    ...(old.attributes['sFormLanguage'] === undefined
      ? {}
      : { sFormLanguage: old.attributes['sFormLanguage'] }),
    ...(named === undefined && file === undefined ? {} : { [LOCATION]: file ?? named ?? '' }),
  }
  const changedMeaning: MigrationNote[] = [
    {
      old: { path: '@version', place: '1' },
      new: { path: '@version', place: '1' },
      label: 'Version of the form',
      ...(version === '' ? {} : { was: [version] }),
      sentence: `Now says ${mir731.version}, in the attribute and in the new field formVersion.`,
    },
  ]
  if (named !== undefined)
    changedMeaning.push({
      old: { path: `@${LOCATION}`, place: '1' },
      new: { path: `@${LOCATION}`, place: '1' },
      label: 'Name of the schema',
      was: [named],
      sentence: file === undefined ? 'Left as it is: the type of report is not known.' : `Now names ${file}.`,
    })
  const next: Report = { ...report, form: mir731.form, version: mir731.version, attributes }
  return { report: withAnswer(next, 'admin_info/formVersion', answered(mir731.version)), changedMeaning }
}

function migrateWeight(report: Report) {
  const [text, ...more] = textsAt(report, WEIGHT)
  const rounded = text === undefined || more.length > 0 ? undefined : roundedDecimal(text)
  if (text === undefined || rounded === undefined) return { report, changedMeaning: [] }
  return {
    report: withAnswer(report, WEIGHT, answered(rounded)),
    changedMeaning: [
      {
        old: inOld(WEIGHT),
        new: inNew(WEIGHT),
        label: labelOf(WEIGHT),
        was: [text],
        sentence: `7.3.1 takes whole kilograms, as far as known: ${text} became ${rounded}.`,
      },
    ],
  }
}

/** 7.2.1 has no code for Northern Ireland, so GB may have meant it. */
function northernIreland(report: Report): readonly MigrationNote[] {
  if (textAt(report, COUNTRY) !== 'GB') return []
  return [
    {
      old: inOld(COUNTRY),
      new: inNew(COUNTRY),
      label: labelOf(COUNTRY),
      was: textsAt(report, COUNTRY),
      sentence: 'Carried as GB. If this is Northern Ireland, write XI: 7.2.1 had no code of its own for it.',
    },
  ]
}

/** The middle column of 4.3.3.c: EEA, Switzerland and Turkey before; EEA, Türkiye and Northern Ireland now. */
function regionalColumns(report: Report): readonly MigrationNote[] {
  return Object.keys(report.fields)
    .filter(path => /\/eeaChTrSim(?:Inc|Dev)$/.test(path))
    .map(path => ({
      old: inOld(path),
      new: inNew(path),
      label: labelOf(path),
      was: textsAt(report, path),
      sentence:
        'The number was carried, but the column counts EEA, Türkiye and Northern Ireland now; before, it counted EEA, Switzerland and Turkey. Count again.',
    }))
}

function carriedFields(report: Report, told: ReadonlySet<string | undefined>): readonly MigrationNote[] {
  return Object.entries(report.fields).flatMap(([path, answer]) => {
    if (answer === undefined || told.has(path)) return []
    const [old, now] = [inOld(path), inNew(path)]
    const moved = old.place === now.place ? '' : ` It stands in ${now.place} now; before, in ${old.place}.`
    return [
      { old, new: now, label: labelOf(path), was: textsIn(answer), sentence: `Carried as it is.${moved}` },
    ]
  })
}

/** Attributes, empty groups and what had no place in the old form either. */
function carriedRest(report: Report, told: ReadonlySet<string | undefined>): readonly MigrationNote[] {
  const attributes = Object.entries(report.attributes).filter(([name]) => !told.has(`@${name}`))
  const groups = report.emptyGroups.filter(path => !told.has(path))
  return [
    ...attributes.map(([name, value]) => ({
      old: { path: `@${name}`, place: '1' },
      new: { path: `@${name}`, place: '1' },
      label: mir731.attributes.find(a => a.name === name)?.label ?? `Attribute ${name}`,
      was: [value],
      sentence: 'Carried as it is.',
    })),
    ...groups.map(path => ({
      old: inOld(path),
      new: inNew(path),
      label: labelOf(path),
      sentence: 'Was there without content, and still is.',
    })),
    ...report.unplaced.map(piece => ({
      old: inOld(piece.in),
      new: inNew(piece.in),
      label: rowsByPath(mir731).get(piece.in)?.row.label ?? 'The report',
      was: [piece.xml],
      sentence: `Had no place in ${mir721.version} (${piece.kind}) and was carried where it stood. Look whether it belongs in a field.`,
    })),
  ]
}

function textsIn(answer: Answer): readonly string[] {
  return answer.state === 'answered' ? answer.texts : []
}
