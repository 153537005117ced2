import { describe, expect, it } from 'vitest'
import { writeMir } from '../mir/read.js'
import type { DraftRequest } from './context.js'
import { about, codes, draft, GB, said } from './draft-of.test.helper.js'

const classOf = (regulation: string, riskClass: string, request: Partial<DraftRequest> = {}) => {
  const d = draft({ device: { regulation, riskClass } }, request)
  return ['MDR', 'IVDR', 'MDD', 'IVDD'].flatMap(l => said(d, `deviceClass${l}`).map(c => `${l}: ${c}`))
}

describe('the device', () => {
  it('has its class in the list of its regulation, in the words of the form', () => {
    expect(classOf('MDR', 'IIb')).toEqual(['MDR: class IIb'])
    expect(classOf('IVDR', 'D')).toEqual(['IVDR: class D'])
    expect(classOf('MDD', 'Ism')).toEqual(['MDD: class Ism'])
    expect(classOf('AIMDD', 'AIMD')).toEqual(['MDD: active implant'])
    expect(classOf('AIMDD', 'custom-made')).toEqual(['MDD: custom-made'])
    expect(classOf('IVDD', 'list-A')).toEqual(['IVDD: IVD Annex II List A'])
    expect(classOf('MDR', 'C')).toEqual([])
  })

  it('ticks what is so and leaves out what is not', () => {
    const d = draft({ device: { regulation: 'MDR', active: 'yes', sterile: 'no', implantable: 'unknown' } })
    expect(said(d, 'activedevice')).toEqual(['Yes'])
    expect([...said(d, 'sterileconditions'), ...said(d, 'implantable')]).toEqual([])
  })

  it('is classed by the list of a directive in Great Britain when it has the UKCA mark alone', () => {
    const d = draft({ device: { riskClass: 'IIa', greatBritainRoute: 'UKCA' } }, GB)
    expect(said(d, 'deviceClassMDD')).toEqual(['class IIa'])
    expect(codes(d.notes)).toContain('BRITISH-CLASS')
  })

  it('names the issuing entity that its identifiers show, in 7.3.1', () => {
    const device = { udiDi: '+A123BJC5D6E71G', basicUdiDi: '++A999MODELIDENTIFIER11S8' }
    expect([said(draft({ device }), 'udiDI_Entity'), said(draft({ device }), 'Basic_Entity')]).toEqual([
      ['HIBCC'],
      ['HIBCC'],
    ])
    expect(said(draft({ device }, GB), '_Entity')).toEqual([])
    expect(said(draft({ device: { udiDi: 'unknown' } }), 'udiDI_Entity')).toEqual([])
  })

  it('says Unknown, not applicable or nothing as the case does', () => {
    const asked = { state: 'asked', askedOn: '2026-11-19', source: 'the hospital' }
    const d = draft({ device: { udiDi: null, udiPi: asked } })
    expect(said(d, 'udiDI')).toEqual(['(unknown)'])
    expect(writeMir(d.report)).toContain('<udiDI>Unknown</udiDI>')
    expect(said(d, 'udiPI')).toEqual([])
    expect(about(d.notes, '2.1.b')[0]?.message).toBe(
      '"UDI-PI" was asked for on 2026-11-19; there is no answer yet.',
    )
    expect(said(draft({ event: { patient: { gender: 'not-applicable' } } }), 'Gender')).toEqual([
      '(not-applicable)',
    ])
  })
})
