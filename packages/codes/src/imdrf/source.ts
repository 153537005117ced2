import type { Provenance } from '../provenance.js'
import type { ImdrfAnnex, ImdrfCode, ImdrfEntry, ImdrfStatus, NoContent, Replacement } from './entry.js'

/** A release folder as data: texts of rows `code|parents|status|term`, one per annex, and the two small tables. */
export interface ImdrfSource {
  readonly provenance: Provenance
  readonly rows: Readonly<Record<ImdrfAnnex, string>>
  readonly retired: Readonly<Record<string, Replacement>>
  readonly noContent: Readonly<Record<NoContent, readonly string[]>>
}

const STATUS: Readonly<Record<string, ImdrfStatus>> = {
  '': 'active',
  New: 'new',
  'Modified (technical)': 'modified',
  'Modified (editorial)': 'modified',
  Retired: 'retired',
  'Not selectable': 'not-selectable',
  'Not selectable, Modified (editorial)': 'not-selectable',
}

/**
 * The entries of one annex, by code. Throws RangeError on a row that does not fit: a fault of the data file, found by
 * the first test that loads it.
 */
export function readAnnex(source: ImdrfSource, annex: ImdrfAnnex): ReadonlyMap<string, ImdrfEntry> {
  const noContent = new Map(
    (Object.keys(source.noContent) as NoContent[]).flatMap(why =>
      source.noContent[why].map(code => [code, why] as const),
    ),
  )
  const entries = new Map<string, ImdrfEntry>()
  for (const row of source.rows[annex].trim().split('\n')) {
    const [code = '', parents, officialStatus = '', term] = row.split('|')
    const status = STATUS[officialStatus]
    const level = levelOf(code)
    if (code[0] !== annex || term === undefined || status === undefined || level === undefined)
      throw new RangeError(`IMDRF ${source.provenance.release}, annex ${annex}: cannot read the row "${row}"`)
    const replacement = source.retired[code]
    if ((replacement !== undefined) !== (status === 'retired'))
      throw new RangeError(`IMDRF ${source.provenance.release}: status and replacement of ${code} disagree`)
    const why = noContent.get(code)
    entries.set(code, {
      code: code as ImdrfCode,
      annex,
      term,
      level,
      parents: parents === '' || parents === undefined ? [] : (parents.split(',') as ImdrfCode[]),
      status,
      officialStatus,
      selectable: status !== 'retired' && status !== 'not-selectable',
      ...(replacement === undefined ? {} : { replacement }),
      ...(why === undefined ? {} : { noContent: why }),
    })
  }
  return entries
}

/** Level by length: 2, 4, 6 digits in annexes A to F; 2, 5, 7 digits in annex G. */
function levelOf(code: string): 1 | 2 | 3 | undefined {
  const lengths = code.startsWith('G') ? [3, 6, 8] : [3, 5, 7]
  const at = lengths.indexOf(code.length)
  return at === 0 ? 1 : at === 1 ? 2 : at === 2 ? 3 : undefined
}
