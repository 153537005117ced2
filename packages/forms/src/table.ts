import type { Severity } from '@vigie/kernel'

/**
 * A form version is one ordered table of rows. Everything that deals with the form follows from it:
 * the type of a filled report, reading and writing XML, the checks, the screen, the print, the migration.
 *
 * A row is a {@link Leaf} (one field, one XML element with text) or a {@link Group} (an element that holds rows,
 * all in order or one of them). The order of the rows is the order of the XML elements.
 */
export interface FieldTable<Row extends AnyRow = AnyRow> {
  readonly form: FormName
  /** Version of the form as its publisher names it, for example `7.2.1`. */
  readonly version: string
  readonly title: string
  /** Name of the XML root element. */
  readonly root: string
  readonly attributes: readonly AttributeRow[]
  /** Path of the leaf whose answer says which report type this is. */
  readonly typeField: string
  readonly reportTypes: readonly ReportType[]
  /** Headings of the printed form, in form order. */
  readonly headings: readonly Heading[]
  /** Whether every row was read in the official schema; if not, exports must say so. */
  readonly schemaRead: boolean
  /** Names of the schema types by element, for documents that state them (`xsi:type`). Absent: not known. */
  readonly schemaTypes?: Readonly<Record<string, string>>
  readonly rows: readonly Row[]
}

export type FormName = 'MIR'

/** A kind of report of this form: its value in the XML, the short key used in the rows, and its official schema file. */
export interface ReportType {
  readonly key: ReportKey
  readonly value: string
  readonly schemaFile: string
}

/** Short key of a report type within one table; for the MIR: I, F, IF, FR, FN. */
export type ReportKey = string

export interface Heading {
  readonly place: string
  readonly title: string
}

export type AnyRow = Leaf | Group

interface RowFacts<Name extends string> {
  /** Name of the XML element. */
  readonly name: Name
  /** Section and letter in the printed form of this version, for example `1.2.c`. */
  readonly place: string
  /** Short name of the field, as a person in the trade would say it. */
  readonly label: string
  /** One or two plain sentences: what belongs here. */
  readonly help: string
  /** For which report types the official schema demands the element (within its group, where the group is present). */
  readonly required: RequiredFor
  /** What the law or guidance wants beyond the schema. */
  readonly wanted?: Wanted
  readonly certainty: Certainty
}

/** One field: an element with text and no child elements. */
export interface Leaf<Name extends string = string> extends RowFacts<Name> {
  readonly kind: 'leaf'
  readonly type: SimpleType
  /** The simple type in the schemas of the report types that require the field, where it differs from `type`. */
  readonly typeWhereRequired?: SimpleType
  readonly repeats: boolean
  /** What the text stands for, where a check or an input control can use it. */
  readonly holds?: Holds
  /** The text the form accepts for "unknown" or "not applicable". Absent: the form has no word for it, the element is left out. */
  readonly word?: EmptyWords
  /** `ofPlain`: this is the list twin (`…LI`), one element for each value of the plain field named. `inList`: the other way round. */
  readonly twin?: { readonly ofPlain: string } | { readonly inList: string }
  /** An empty element is valid and stands for this text (a schema default). */
  readonly emptyMeans?: string
}

/** An element that holds rows. */
export interface Group<Name extends string = string, Row extends AnyRow = AnyRow> extends RowFacts<Name> {
  readonly kind: 'group'
  /** `sequence`: the rows in order. `choice`: at most one of the rows; none at all is valid where `mayBeEmpty`. */
  readonly order: 'sequence' | 'choice'
  readonly mayBeEmpty?: boolean
  readonly rows: readonly Row[]
}

/** An attribute of the root element. */
export interface AttributeRow {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly type: SimpleType
  readonly required: boolean
  /** What a new report of this version writes. Absent: the writer is told. */
  readonly writes?: string
}

/** `all`, `none`, or the keys of the report types concerned. */
export type RequiredFor = 'all' | 'none' | readonly ReportKey[]

/**
 * The types of XML Schema 1.0 that the forms use. Lengths count Unicode code points.
 * `string` keeps its white space; in all the others white space around the value does not count.
 */
export type SimpleType =
  | {
      readonly base: 'string'
      readonly minLength?: number
      readonly maxLength?: number
      /** The only texts allowed. */
      readonly values?: readonly string[]
      /** The text consists of one or more ASCII digits. */
      readonly digits?: true
    }
  | { readonly base: 'date' }
  | { readonly base: 'dateTime' }
  | { readonly base: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly base: 'decimal' }

/** What a text stands for. */
export type Holds =
  | { readonly is: 'imdrf-code'; readonly annex: ImdrfAnnex; readonly choice: number }
  /** Explains why no IMDRF code of these annexes fits. */
  | { readonly is: 'imdrf-missing'; readonly annexes: readonly ImdrfAnnex[] }
  | { readonly is: 'country' }
  | { readonly is: 'email' }
  | { readonly is: 'phone' }
  | { readonly is: 'person-name' }
  | { readonly is: 'srn'; readonly role: 'MF' | 'AR' }
  | { readonly is: 'udi-di' | 'udi-pi' | 'basic-udi-di' }
  | { readonly is: 'nb-number' }
  | { readonly is: 'count' }
  | { readonly is: 'long-text' }

export type ImdrfAnnex = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'

export interface EmptyWords {
  readonly unknown?: string
  readonly notApplicable?: string
}

/** An answer that is wanted although the schema does not demand it. */
export interface Wanted {
  readonly severity: Severity
  readonly for: RequiredFor
  /** Why, naming the rule or guidance. */
  readonly why: string
}

/** What of a row is not verified. `place`: the letter. `position`: the place among the elements. */
export type Aspect = 'place' | 'position' | 'name' | 'type' | 'required' | 'meaning'

export type Certainty =
  | 'confirmed'
  | { readonly requiresConfirmation: readonly Aspect[]; readonly source: string }

/** Whether a row or rule row applies to a report type. An unknown report type gets only what applies to all. */
export function appliesTo(required: RequiredFor, key: ReportKey | undefined): boolean {
  if (required === 'all') return true
  if (required === 'none' || key === undefined) return false
  return required.includes(key)
}

/** The simple type that the official schema of this report type gives the field. */
export function typeFor(leaf: Leaf, key: ReportKey | undefined): SimpleType {
  return leaf.typeWhereRequired !== undefined && appliesTo(leaf.required, key)
    ? leaf.typeWhereRequired
    : leaf.type
}

/** Whether an aspect of a row was read in a primary source. */
export function isConfirmed(row: AnyRow, aspect: Aspect): boolean {
  return row.certainty === 'confirmed' || !row.certainty.requiresConfirmation.includes(aspect)
}

/**
 * All paths of a table as a type: element names joined by `/`, without the root.
 * Code that names a field by path is checked by the compiler.
 */
export type PathOf<Row extends AnyRow> = string extends Row['name']
  ? string
  : Row extends {
        readonly kind: 'group'
        readonly name: infer Name extends string
        readonly rows: readonly (infer Child extends AnyRow)[]
      }
    ? Name | `${Name}/${PathOf<Child>}`
    : Row['name']
