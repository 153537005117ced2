import type { FieldTable, FormName, ReportType } from './table.js'

/**
 * A filled form: plain data (it can be stored as JSON and hashed), keyed by the path of the field in its table.
 *
 * A field has an answer or is empty in one of three ways:
 * - not answered: no entry (an entry `not-answered` only records that the XML read had an empty element, which is
 *   written again);
 * - unknown: asked, and nobody knows. In the XML it is the form's own word (`Unknown`) where the form has one, else
 *   the element is left out; the reason lives in the report only;
 * - not applicable: the question does not arise. In the XML likewise.
 */
export interface Report<Path extends string = string> {
  readonly form: FormName
  readonly version: string
  /** Attributes of the root element by their name as written, `xmlns:` and `xsi:` included. */
  readonly attributes: Readonly<Record<string, string>>
  readonly fields: { readonly [P in Path]?: Answer }
  /** Groups that were present without any field, and are written again so: `device_info/deviceClassMDRType`. */
  readonly emptyGroups: readonly string[]
  /** What was read and has no place in the table. It is written again where it stood. */
  readonly unplaced: readonly Unplaced[]
}

export type Answer =
  | { readonly state: 'answered'; readonly texts: readonly [string, ...string[]] }
  | { readonly state: 'unknown'; readonly reason?: string }
  | { readonly state: 'not-applicable'; readonly reason?: string }
  | { readonly state: 'not-answered' }

/** A piece of XML without a place in the table: an unknown or surplus element, stray text, a comment, an attribute. */
export interface Unplaced {
  readonly kind: 'element' | 'text' | 'comment' | 'instruction' | 'attribute'
  /** Path of the element in which it stood; `''` is the root, `#before` and `#after` are outside it. */
  readonly in: string
  /** Name and number among its like of the placed element that it followed (`nbCertNumLI[2]`); absent: it came first. */
  readonly after?: string
  /** The piece as XML; for an attribute `name="value"`. */
  readonly xml: string
}

/** An answer in words; several for a field that repeats. */
export function answered(first: string, ...more: readonly string[]): Answer {
  return { state: 'answered', texts: [first, ...more] }
}

/** An empty report of a form version, with the attributes that version writes. */
export function newReport(table: FieldTable): Report {
  const attributes = Object.fromEntries(
    table.attributes.flatMap(a => (a.writes === undefined ? [] : [[a.name, a.writes]])),
  )
  return {
    form: table.form,
    version: table.version,
    attributes: { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', ...attributes },
    fields: {},
    emptyGroups: [],
    unplaced: [],
  }
}

/** The texts of a field: none unless it is answered. */
export function textsAt<Path extends string>(report: Report<Path>, path: NoInfer<Path>): readonly string[] {
  const answer: Answer | undefined = report.fields[path]
  return answer?.state === 'answered' ? answer.texts : []
}

/** The first text of a field, or undefined unless it is answered. */
export function textAt<Path extends string>(report: Report<Path>, path: NoInfer<Path>): string | undefined {
  return textsAt(report, path)[0]
}

/** The report with another answer in one field; `undefined` takes the answer away. */
export function withAnswer<Path extends string>(
  report: Report<Path>,
  path: NoInfer<Path>,
  answer: Answer | undefined,
): Report<Path> {
  const { [path]: _, ...others } = report.fields
  const fields: Report<Path>['fields'] = { ...report.fields, [path]: answer }
  return { ...report, fields: answer === undefined ? (others as Report<Path>['fields']) : fields }
}

/** The report type that the report names, or undefined when it names none that the form knows. */
export function reportTypeOf(table: FieldTable, report: Report): ReportType | undefined {
  const value = textAt(report, table.typeField)
  return table.reportTypes.find(t => t.value === value)
}
