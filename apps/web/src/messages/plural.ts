const rules = new Intl.PluralRules('en')

/** The right form for a number: `plural(3, { one: '# day', other: '# days' })` is `3 days`. */
export function plural(n: number, forms: { readonly one: string; readonly other: string }): string {
  const form = rules.select(n) === 'one' ? forms.one : forms.other
  return form.replace('#', new Intl.NumberFormat('en').format(n))
}
