import type { Certainty } from '@vigie/codes'
import type { Day } from '@vigie/kernel'
import type { FormName, Jurisdiction, Source } from './rule.js'

/** Which form, at which version, a jurisdiction takes during a period. Dated data of the law pack. */
export interface FormVersion {
  readonly form: FormName
  readonly jurisdictions: readonly Jurisdiction[]
  /** As shown to people, e.g. `MIR 7.3.1`. */
  readonly title: string
  readonly validFrom?: Day
  readonly validTo?: Day
  readonly certainty: Certainty
  readonly note?: string
  readonly source: Source
}

/** The form an authority of the jurisdiction takes on a day; undefined when the pack does not say. */
export function formOn(
  forms: readonly FormVersion[],
  form: FormName,
  jurisdiction: Jurisdiction,
  on: Day,
): FormVersion | undefined {
  return forms.find(
    f =>
      f.form === form &&
      f.jurisdictions.includes(jurisdiction) &&
      (f.validFrom === undefined || f.validFrom <= on) &&
      (f.validTo === undefined || on <= f.validTo),
  )
}
