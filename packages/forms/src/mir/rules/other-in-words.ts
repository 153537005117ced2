import { kind } from '@vigie/kernel'
import { defineRule, type MirPath } from './rule.js'

const EVENT = 'incident_info/clinical_event_info'
const REPORTER = 'incident_info/initial_reporter_info'
const SIMILAR = 'mfr_invest/similarIncidents'

/** Field, the answer that needs words, the field for the words. */
const PAIRS: readonly (readonly [MirPath, string, MirPath])[] = [
  ['device_info/nomenclatureSystem', 'Other', 'device_info/nomenclatureSystemOther'],
  [`${EVENT}/currentDeviceLocation`, 'Other', `${EVENT}/currentDeviceLocationOtherText`],
  [`${EVENT}/deviceOperatorAtEvent`, 'Other', `${EVENT}/deviceOperatorAtEventOther`],
  [`${EVENT}/deviceUsage`, 'Other', `${EVENT}/deviceUsageOther`],
  [`${REPORTER}/initialReporterRole`, 'Other', `${REPORTER}/initialReporterRoleOther`],
  [`${SIMILAR}/numberBasedOn`, 'Other', `${SIMILAR}/numberBasedOnOther`],
  [`${SIMILAR}/similarIncOtherReportingCodes`, 'Yes', `${SIMILAR}/similarIncOtherReportingCodesText`],
  [`${SIMILAR}/similarIncOtherInHouseCodes`, 'Yes', `${SIMILAR}/similarIncOtherInHouseCodesText`],
]

export const otherInWords = defineRule({
  id: 'other-in-words',
  source: 'The form: "Other, please specify"',
  kinds: {
    'OTHER-UNSAID': kind<{ label: string; answer: string; words: string }>(
      'blocks',
      'An answer that must be put in words is not.',
      p => `${p.label} is "${p.answer}", but ${p.words} is empty.`,
      p => `Fill in ${p.words}.`,
    ),
    'OTHER-UNASKED': kind<{ label: string; answer: string; words: string }>(
      'recommended',
      'There are words for an answer that was not given.',
      p => `${p.words} is filled in, but ${p.label} is not "${p.answer}".`,
      p => `Choose "${p.answer}", or take the words out.`,
    ),
  },
  check(form, make, add) {
    for (const [path, answer, words] of PAIRS) {
      const about = { label: form.label(path), answer, words: form.label(words) }
      const [given, said] = [form.text(path), form.says(words)]
      if (given === answer && !said) add(make['OTHER-UNSAID'](form.at(words), about))
      if (given !== answer && said) add(make['OTHER-UNASKED'](form.at(words), about))
    }
    const variant = `${SIMILAR}/similarVariant` as const
    const details = `${SIMILAR}/similarVariantDetails` as const
    if (form.text(variant) === 'Other' && !form.says(details))
      add(
        make['OTHER-UNSAID'](form.at(details), {
          label: form.label(variant),
          answer: 'Other',
          words: form.label(details),
        }),
      )
  },
})
