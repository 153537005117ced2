import { type Report, reportTypeOf, textAt } from '../../../report.js'
import { leavesOf, rowsByPath } from '../../../table/index-of.js'
import { appliesTo, type Leaf } from '../../../table.js'
import { mir721 } from '../../7.2.1/table.js'
import { type Mir731Path, mir731 } from '../table.js'
import { inNew, labelOf, type MigrationNote } from './notes.js'

/** What the migration may ask of the identifiers and code lists; it looks nothing up by itself. */
export interface MigrationPorts {
  /** The issuing entity of an identifier by its syntax: GS1, HIBCC, ICCBBA or IFA; undefined if it has the shape of none. */
  readonly issuingEntityOf?: (text: string, is: 'udi-di' | 'basic-udi-di') => string | undefined
  /** The words that belong to a nomenclature code. */
  readonly nomenclatureText?: (system: string, code: string) => string | undefined
}

interface Suggested {
  readonly sentence: string
  readonly suggestion?: string | undefined
}

/** New fields that need more than their help: whether they are asked at all, and what may be suggested. */
const NEW: { readonly [P in Mir731Path]?: (report: Report, ports: MigrationPorts) => Suggested | undefined } =
  {
    'admin_info/mfrAwarenessReportDate': report => ({
      sentence:
        'New question: the day on which the information came in that made the incident reportable. Usually the day of 1.2.c; confirm it, or give the other day and the reason in section 5.',
      suggestion: textAt(report, 'admin_info/mfrAwarenessDate'),
    }),
    'admin_info/pmcfpmpfQuestion': report => ({
      sentence:
        'New question: whether the incident happened in a PMCF or PMPF investigation. Left open, never taken as No.',
      suggestion:
        (textAt(report, 'admin_info/pmcfpmpfId') ?? textAt(report, 'admin_info/pmcfpmpfIdLI') ?? '') === ''
          ? undefined
          : 'Yes',
    }),
    'device_info/udiDI_Entity': (report, ports) => entity(report, ports, 'device_info/udiDI', 'udi-di'),
    'device_info/Basic_Entity': (report, ports) =>
      entity(report, ports, 'device_info/udiDIBasic', 'basic-udi-di'),
    'device_info/UnitofUse_Entity': (report, ports) =>
      entity(report, ports, 'device_info/udiDIUnitUse', 'udi-di'),
    'device_info/deviceNomenclature': (report, ports) => {
      const system = textAt(report, 'device_info/nomenclatureSystem')
      const code = textAt(report, 'device_info/nomenclatureCode')
      return {
        sentence: 'New question: the words that belong to the nomenclature code.',
        suggestion:
          system === undefined || code === undefined
            ? undefined
            : ports.nomenclatureText?.(system, code.trim()),
      }
    },
  }

/** An issuing entity is asked only for an identifier that is there. */
function entity(
  report: Report,
  ports: MigrationPorts,
  path: string,
  is: 'udi-di' | 'basic-udi-di',
): Suggested | undefined {
  const text = textAt(report, path)?.trim()
  if (text === undefined || text === '') return undefined
  return {
    sentence: `New question: whose rules made the identifier ${text}. A suggestion comes from its syntax alone.`,
    suggestion: ports.issuingEntityOf?.(text, is),
  }
}

/** The questions that 7.3.1 asks and 7.2.1 did not, and those that it demands and 7.2.1 left free. */
export function openQuestions(report: Report, ports: MigrationPorts): readonly MigrationNote[] {
  const old = rowsByPath(mir721)
  return leavesOf(mir731).flatMap(({ path, row }): readonly MigrationNote[] => {
    const answer = report.fields[path]
    if (answer !== undefined && answer.state !== 'not-answered') return []
    const where = { new: inNew(path), label: labelOf(path) }
    if (!old.has(path)) {
      const said = NEW[path as Mir731Path]
      const asks = said === undefined ? { sentence: `New question. ${row.help}` } : said(report, ports)
      if (asks === undefined) return []
      const { sentence, suggestion } = asks
      return [{ ...where, sentence, ...(suggestion === undefined ? {} : { suggestion }) }]
    }
    return isStricter(report, path, row)
      ? [
          {
            old: { path, place: old.get(path)?.row.place ?? row.place },
            ...where,
            sentence: 'Not answered so far; 7.3.1 demands it, as far as known.',
          },
        ]
      : []
  })
}

/** Demanded now for this type of report and not before. Fields of a submitter's branch count only in the branch used. */
function isStricter(report: Report, path: string, row: Leaf): boolean {
  const key = reportTypeOf(mir731, report)?.key
  const before = rowsByPath(mir721).get(path)?.row
  if (before === undefined || !appliesTo(row.required, key) || appliesTo(before.required, key)) return false
  const branch = /^admin_info\/contact_info\/reporter\w+\//.exec(path)?.[0]
  return branch === undefined || Object.keys(report.fields).some(p => p.startsWith(branch))
}
