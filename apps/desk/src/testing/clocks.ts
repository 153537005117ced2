import { type Actor, create, type Row, type Store } from '@vigie/record'

/** A case with one open clock of BfArM that ends on a day, without an assessment. */
export function openClock(
  store: Store,
  actor: Actor,
  of: { readonly reference: string; readonly title: string; readonly ceiling: string },
): Promise<Row<'obligations'>> {
  return store.withTenant(actor, async tx => {
    const { reference, title, ceiling } = of
    const { row } = await create(tx, { entity: 'cases' }, { reference, title })
    const clock = {
      case_id: row.id,
      rule: 'r',
      subject: 's',
      jurisdiction: 'EU',
      authority: 'DE-BFARM',
      outcome: 'due',
      ceiling,
      trace: JSON.stringify({}),
      law_release: '1',
    } as const
    return (await create(tx, { entity: 'obligations' }, clock)).row
  })
}
