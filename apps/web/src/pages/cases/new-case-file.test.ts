import { expect, it } from 'vitest'
import { newCaseFile } from './new-case-file.js'

const form = (texts: Readonly<Record<string, string>>) => (name: string) => texts[name] ?? ''

it('keeps the moment with its zone, and leaves out what nobody said', () => {
  const base = { reference: ' C-1 ', manufacturer: 'Nordlicht', country: 'de', device: 'Pump' }
  expect(newCaseFile(form({ ...base, learnt: '2026-11-23T16:05', zone: 'Europe/Berlin' }))).toEqual({
    reference: 'C-1',
    manufacturer: { name: 'Nordlicht', country: 'DE' },
    devices: [{ name: 'Pump' }],
    event: {},
    awareness: [{ of: 'incident', at: '2026-11-23T16:05[Europe/Berlin]', by: 'manufacturer' }],
  })
  expect(newCaseFile(form(base))).not.toHaveProperty('awareness')
})
