/**
 * What the devices on the market are counted by: the choices of MIR section 4.3.3(b), which the first table of a PSUR
 * shares (MDCG 2022-21). `form` is the exact text of the form.
 * `cumulative`: whether figures that add up over the periods are accepted (help text of MIR 7.3.1).
 */
export const DENOMINATOR_BASES = {
  'placed-on-market': { form: 'Devices placed on the market or put into service', cumulative: true },
  'units-per-period': { form: 'Units distributed within each time period', cumulative: false },
  tests: { form: 'Number of tests performed', cumulative: false },
  episodes: { form: 'Number of episodes of use (for reusable devices)', cumulative: false },
  'installed-base': { form: 'Active installed base', cumulative: true },
  'units-since-ce-mark': {
    form: 'Units distributed from the date of declaration of Conformity/CE mark approval to the end date of each time period',
    cumulative: true,
  },
  implanted: { form: 'Number of devices implanted', cumulative: true },
  other: { form: 'Other', cumulative: true },
} as const

export type DenominatorBasis = keyof typeof DENOMINATOR_BASES
