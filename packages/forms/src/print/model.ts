import type { Aspect, FormName, Holds } from '../table.js'

/**
 * A filled report in the order and words of the printed form: what the screen and the PDF show.
 * Everything is text as written in the report; nothing is reformatted.
 */
export interface PrintModel {
  readonly form: FormName
  readonly version: string
  readonly title: string
  /** The report type as the report names it; absent when it names none that the form knows. */
  readonly reportType?: string
  /** The few answers that tell a reader what lies before him. */
  readonly summary: readonly PrintRow[]
  /** One for each heading of the form, also where nothing is printed under it. */
  readonly sections: readonly PrintSection[]
  /** What the report carries without a place in the form. */
  readonly unplaced: readonly PrintUnplaced[]
}

export interface PrintSection {
  readonly place: string
  readonly title: string
  /** 1 for a main section, one more for each level below. */
  readonly depth: number
  readonly items: readonly PrintItem[]
  /** Fields that are optional, have no answer and are left out of `items`. */
  readonly leftOut: number
}

export type PrintItem = PrintRow | PrintMatrix

/** One question with its answer. A family of code fields, or a small group such as years and months, is one row. */
export interface PrintRow {
  readonly kind: 'row'
  readonly place: string
  readonly label: string
  /** Paths of the fields shown, for links from the screen. */
  readonly paths: readonly string[]
  /** What of the fields was not verified against the official form. Empty: all confirmed. */
  readonly unconfirmed: readonly Aspect[]
  readonly content: PrintContent
}

export type PrintContent =
  /** `line`: one short value. `text`: paragraphs. `list`: several values. `codes`: several codes by rank. */
  | {
      readonly state: 'answered'
      readonly as: 'line' | 'text' | 'list' | 'codes'
      readonly values: readonly PrintValue[]
    }
  | { readonly state: 'parts'; readonly parts: readonly PrintPart[] }
  | EmptyContent

/** The three ways to have no answer. */
export interface EmptyContent {
  readonly state: 'unknown' | 'not-applicable' | 'not-answered'
  readonly reason?: string
}

export interface PrintValue {
  /** The text as written. */
  readonly text: string
  /** What a code stands for: the term of an IMDRF code, the name of a country. */
  readonly meaning?: string
  /** Rank of a code, 1 the most relevant. */
  readonly choice?: number
}

export interface PrintPart {
  readonly label: string
  readonly content: Exclude<PrintContent, { state: 'parts' }>
}

/** Several groups of the same shape as one table: a column for each group, a row for each field. */
export interface PrintMatrix {
  readonly kind: 'matrix'
  readonly place: string
  readonly paths: readonly string[]
  readonly unconfirmed: readonly Aspect[]
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly label: string
    readonly holds?: Holds
    readonly cells: readonly Exclude<PrintContent, { state: 'parts' }>[]
  }[]
}

export interface PrintUnplaced {
  /** Kind of XML piece, or `field` for an answer under a path that the form does not have. */
  readonly kind: 'element' | 'text' | 'comment' | 'instruction' | 'attribute' | 'field'
  readonly in: string
  readonly text: string
}

/** What codes stand for; passed in because code lists change apart from forms. */
export interface PrintLookups {
  /** The term of an IMDRF code. */
  readonly termOf?: (code: string) => string | undefined
  /** The English name of a country code. */
  readonly countryName?: (code: string) => string | undefined
}

export interface PrintModelOptions extends PrintLookups {
  /** Print optional fields without an answer too. Default: they are left out and counted. */
  readonly all?: boolean
}
