import { create, type Row } from '@vigie/record'
import { importFindings } from '../findings.js'
import { deviceLookup } from './device-lookup.js'
import { type Plan, type Planner, type Surroundings, textOf, there } from './plan.js'

type Measure = Row<'sales'>['measure']
const MEASURES: readonly Measure[] = ['units', 'tests', 'procedures', 'patients']

interface Figure {
  readonly from: string
  readonly to: string
  readonly quantity: number
}

/** Sales: no two figures of a device, country and measure share a day; the very same figure is there already. */
export async function salesPlanner(of: Surroundings): Promise<Planner> {
  const { tx, tenantId } = of
  const find = await deviceLookup(of)
  const figures = new Map<string, Figure[]>()
  const rows = await tx.db.selectFrom('sales').selectAll().where('tenant_id', '=', tenantId).execute()
  const keyOf = (device: string, country: string, measure: string) => `${device} ${country} ${measure}`
  const listOf = (key: string) => {
    const list = figures.get(key) ?? []
    figures.set(key, list)
    return list
  }
  for (const r of rows) {
    const figure = { from: r.period_from, to: r.period_to, quantity: r.quantity }
    listOf(keyOf(r.device_id, r.country, r.measure)).push(figure)
  }
  return (row): Plan => {
    const path = `row ${row.number}`
    const device = find(row)
    if (device === undefined) return { faults: [importFindings.make.NEEDED({ path }, { field: 'Device' })] }
    if ('fault' in device) return { faults: [device.fault] }
    const measure = MEASURES.find(m => m === textOf(row, 'measure')) ?? 'units'
    const country = textOf(row, 'country') ?? ''
    const [from, to] = [textOf(row, 'periodFrom') ?? '', textOf(row, 'periodTo') ?? '']
    const quantity = Number(row.values['quantity'])
    if (to < from) {
      return { faults: [importFindings.make.SHAPE({ path }, { value: to, fault: `before ${from}` })] }
    }
    const list = listOf(keyOf(device.one, country, measure))
    if (list.some(f => f.from === from && f.to === to && f.quantity === quantity)) {
      return there(row, 'figure', `${country} ${from} to ${to}`)
    }
    const meets = list.filter(f => f.from <= to && f.to >= from)
    if (meets.length > 0) {
      return { faults: meets.map(f => importFindings.make.OVERLAP({ path }, { from: f.from, to: f.to })) }
    }
    list.push({ from, to, quantity })
    const values = {
      device_id: device.one,
      country,
      period_from: from,
      period_to: to,
      measure,
      quantity,
      source: textOf(row, 'source'),
    }
    return { make: async to => void (await create(to, { entity: 'sales', tenantId }, values)) }
  }
}
