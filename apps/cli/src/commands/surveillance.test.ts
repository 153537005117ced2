import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

const PLAN = {
  id: 'PMS-7',
  revision: '3',
  effective: '2025-01-01',
  device: 'Acme Pump 3',
  event: { class: 'non-serious-incident', about: 'occlusion alarm' },
  exposure: 'pumps in use',
  period: 'month',
  perUnits: 1000,
  baseline: { from: '2024-01-01', to: '2024-12-31', source: 'risk file 4.2' },
  observe: 2,
  charts: [{ method: 'u' }, { method: 'cusum' }],
}
const months = [4, 2, 3, 5, 3, 4, 2, 4, 3, 5, 1, 4, 5, 14].map((events, i) => {
  const [year, month] = [2024 + Math.floor(i / 12), 1 + (i % 12)]
  const text = (day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { from: text(1), to: text(new Date(Date.UTC(year, month, 0)).getUTCDate()), events, exposure: 1000 }
})

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-surveillance-'))
  const write = (name: string, value: unknown) => writeFileSync(join(cwd, name), JSON.stringify(value))
  write('plan.json', PLAN)
  write('series.json', { device: 'Acme Pump 3', periods: months })
  write('gap.json', { device: 'Acme Pump 3', periods: months.toSpliced(5, 1) })
  const rows = Array.from(
    { length: 400 },
    (_, i) => `${i},P${i % 4},${i % 4 === 1 && i % 3 > 0 ? 'leak' : `e${i % 5}`}`,
  )
  writeFileSync(join(cwd, 'reports.csv'), `report,device,event\n${rows.join('\n')}\n`)
  writeFileSync(join(cwd, 'broken.csv'), 'report,device,event\n1,P,leak\n2,P\n')
})
afterAll(() => rmSync(cwd, { recursive: true }))

describe('vigie trend', () => {
  it('says which rule fired since when', async () => {
    const { code, stdout } = await vigie(['trend', 'series.json', '--plan', 'plan.json'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^u +limits +above since 2025-02-01 +stands$/m)
    expect(stdout).toContain('3.333 per 1000 pumps in use')
  })

  it('gives JSON with the frozen plan, the charts and the preview', async () => {
    const ran = await vigie(
      ['trend', 'series.json', '--plan', 'plan.json', '--preview', '5', '--runs', '200', '--json'],
      { cwd },
    )
    const { result, preview, frozen, findings } = JSON.parse(ran.stdout)
    expect(result.charts[0].value).toHaveLength(14)
    expect(result.signals[0]).toMatchObject({ rule: 'limits', since: '2025-02-01', stands: true })
    expect([preview.seed, preview.runs, frozen.baseline.events, findings]).toEqual([5, 200, 40, []])
  })

  it('refuses a series with a hole, and a plan that is none', async () => {
    const hole = await vigie(['trend', 'gap.json', '--plan', 'plan.json'], { cwd })
    expect([hole.code, hole.stdout, hole.stderr.includes('TREND-PERIOD-GAP')]).toEqual([2, '', true])
    const none = await vigie(['trend', 'series.json', '--plan', 'series.json', '--json'], { cwd })
    expect([none.code, JSON.parse(none.stdout).file]).toEqual([2, 'series.json'])
    expect((await vigie(['trend', 'series.json', '--plan', 'nix.json'], { cwd })).stderr).toContain(
      'there is no such file',
    )
  })
})

describe('vigie signal', () => {
  it('lists the strongest pairs with the rules that fired', async () => {
    const { code, stdout } = await vigie(['signal', 'reports.csv'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatch(/400 reports, 4 devices, 6 events/)
    expect(stdout).toMatch(/^P1 {2}leak$/m)
  })

  it('gives the record as JSON', async () => {
    const { stdout } = await vigie(['signal', 'reports.csv', '--top', '1', '--json'], { cwd })
    const { record, signals } = JSON.parse(stdout)
    expect(signals).toHaveLength(1)
    expect(record).toMatchObject({
      source: 'reports.csv',
      reports: 400,
      options: { likelihood: 'zero-inclusive' },
    })
  })

  it('names a broken line, an unknown format and a wrong column', async () => {
    const broken = await vigie(['signal', 'broken.csv'], { cwd })
    expect([broken.code, broken.stderr.includes('Line 3 of broken.csv is broken')]).toEqual([2, true])
    expect((await vigie(['signal', 'reports.txt'], { cwd })).stderr).toContain('--format')
    const column = await vigie(['signal', 'reports.csv', '--report', 'id', '--json'], { cwd })
    expect(JSON.parse(column.stdout).findings[0].code).toBe('REPORTS-COLUMN')
  })
})
