import { parseCase } from '@vigie/facts'
import { day } from '@vigie/kernel'
import type { Draft, DraftRequest } from './context.js'
import { draftMir } from './draft.js'

export const EU: DraftRequest = {
  device: 0,
  for: 'EU',
  authority: { name: 'BfArM', country: 'DE' },
  kind: 'initial',
  classification: 'Death',
  reportDate: day('2026-11-20'),
  awareness: { incident: day('2026-11-18') },
}
export const NI: Partial<DraftRequest> = { for: 'NI', authority: { name: 'MHRA', country: 'XI' } }
export const GB: Partial<DraftRequest> = { for: 'GB', authority: { name: 'MHRA', country: 'GB' } }
export const CH: Partial<DraftRequest> = { for: 'CH', authority: { name: 'Swissmedic', country: 'CH' } }

export const maker = {
  name: 'Acme',
  country: 'US',
  address: { city: 'Boston', postcode: '02101' },
  contact: { firstName: 'Ann', lastName: 'Lee', email: 'a@acme.example', phone: '+1 555' },
}

interface Parts {
  readonly device?: object
  readonly event?: object
  readonly [other: string]: unknown
}

export function draft(parts: Parts = {}, request: Partial<DraftRequest> = {}): Draft {
  const { device = {}, event = {}, ...other } = parts
  const parsed = parseCase({
    reference: 'R1',
    manufacturer: maker,
    devices: [{ name: 'Pump', ...device }],
    event: { country: 'DE', from: '2026-11-17', ...event },
    ...other,
  })
  if (!parsed.ok) throw new Error(parsed.findings.map(f => `${f.path} ${f.message}`).join('\n'))
  return draftMir(parsed.case, { ...EU, ...request })
}

/** The texts of the fields whose path ends with a name; states other than an answer in brackets. */
export function said(d: Draft, name: string): readonly string[] {
  return Object.entries(d.report.fields).flatMap(([path, answer]) => {
    if (!path.endsWith(name) || answer === undefined) return []
    return answer.state === 'answered' ? answer.texts : [`(${answer.state})`]
  })
}

export const codes = (list: Draft['missing']) => list.map(f => f.code.replace('DRAFT-', ''))
export const about = (list: Draft['missing'], place: string) => list.filter(f => f.place === place)
