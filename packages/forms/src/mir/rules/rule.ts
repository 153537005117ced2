import {
  type Catalogue,
  type Day,
  defineCatalogue,
  type Finding,
  type FindingKind,
  parseDay,
} from '@vigie/kernel'
import type { Answer } from '../../report.js'
import { leavesOf, perTable, rowsByPath } from '../../table/index-of.js'
import type { FieldTable, ReportKey } from '../../table.js'
import { UnreadText } from '../../unread-text.js'
import type { Mir721Path } from '../7.2.1/table.js'
import type { Mir731Path } from '../7.3.1/table.js'

/** Paths of all MIR versions; a path that a version lacks is a field without an answer. */
export type MirPath = Mir721Path | Mir731Path

/** A business rule: something that guidance, the form or plain logic asks beyond the official schema. */
export interface Rule {
  /** Name of the rule and of its file. */
  readonly id: string
  /** Where it comes from: law, guidance with its question, section of the form, or plain logic. */
  readonly source: string
  /** The findings it can make, by the second part of their code (`MIR-…`). */
  readonly kinds: Readonly<Record<string, FindingKind<never>>>
  readonly check: (form: FilledForm, add: AddFinding) => void
}

/** Takes a finding of a rule. Rules do not collect or yield: that costs more than most of them do. */
export type AddFinding = (finding: Finding) => void

/** Declares a rule with its findings. `check` gets the makers of the findings beside the form. */
export function defineRule<const K extends Record<string, FindingKind<never>>>(spec: {
  readonly id: string
  readonly source: string
  readonly kinds: K
  readonly check: (form: FilledForm, make: Catalogue<K>['make'], add: AddFinding) => void
}): Rule {
  const { make } = defineCatalogue('MIR', spec.kinds)
  return { ...spec, check: (form, add) => spec.check(form, make, add) }
}

/** A report as the rules see it. */
export class FilledForm {
  constructor(
    readonly table: FieldTable,
    /** The fields that have an entry, by path. */
    readonly answers: ReadonlyMap<string, Answer>,
    readonly type: ReportKey | undefined,
    readonly today: Day | undefined,
  ) {}

  /** The texts of a field: none unless it is answered. */
  texts(path: string): readonly string[] {
    const answer = this.answers.get(path)
    return answer?.state === 'answered' ? answer.texts : []
  }

  /** The first text of a field as it stands, blank or not. */
  raw(path: string): string | undefined {
    const answer = this.answers.get(path)
    return answer?.state === 'answered' ? answer.texts[0] : undefined
  }

  /** Whether a field is answered with more than blanks. Does not look at the rest of a long text. */
  says(path: string): boolean {
    const answer = this.answers.get(path)
    if (answer instanceof UnreadText) return !answer.isBlank()
    return answer?.state === 'answered' && answer.texts.some(t => /\S/.test(t))
  }

  /** The text of a field that is answered with more than blanks. */
  text(path: MirPath): string | undefined {
    const text = this.raw(path)
    return text === undefined || !/\S/.test(text) ? undefined : text
  }

  /** The day in a date field; undefined also if the date is faulty, which the schema check tells. A time zone is left off. */
  day(path: MirPath): Day | undefined {
    const text = this.text(path)
    return text === undefined ? undefined : parseDay(text.slice(0, 10))
  }

  /** The whole number in a field; undefined also if it is none. */
  integer(path: MirPath): number | undefined {
    const text = this.raw(path)
    return text !== undefined && /^\s*[+-]?\d{1,15}\s*$/.test(text) ? Number(text) : undefined
  }

  is(...types: readonly ReportKey[]): boolean {
    return this.type !== undefined && types.includes(this.type)
  }

  /** Where a finding about a field points. */
  at(path: string): { readonly path: string; readonly place?: string } {
    const row = rowsByPath(this.table).get(path)?.row
    const xpath = `/${this.table.root}/${path}`
    return row === undefined ? { path: xpath } : { path: xpath, place: row.place }
  }

  label(path: string): string {
    return rowsByPath(this.table).get(path)?.row.label ?? path
  }

  /** The paths of all fields of a group, at any depth, answered or not. */
  fieldsIn(group: string): readonly string[] {
    return fieldsOfGroups(this.table).get(group) ?? []
  }

  /** Whether any field of a group is there. */
  has(group: string): boolean {
    return this.fieldsIn(group).some(path => this.answers.has(path))
  }

  /** The branch of the submitter that has answers. */
  branch(): SubmitterBranch | undefined {
    return BRANCHES.find(b => this.has(b))
  }
}

/** The paths of the fields in each group, at any depth. */
const fieldsOfGroups = perTable((table): ReadonlyMap<string, readonly string[]> => {
  const fields = new Map<string, string[]>()
  for (const { path } of leavesOf(table))
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const group = path.slice(0, at)
      const list = fields.get(group)
      if (list === undefined) fields.set(group, [path])
      else list.push(path)
    }
  return fields
})

const BRANCHES = [
  'admin_info/contact_info/reporterMfr',
  'admin_info/contact_info/reporterAR',
  'admin_info/contact_info/reporterOther',
] as const
export type SubmitterBranch = (typeof BRANCHES)[number]
