import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { IVDR_TYPES, MDR_TYPES } from './enumerations.js'
import { MIR_BEFORE_DIRECTIVES, RISK_CLASSES, riskClassById, riskClassOfMir } from './risk-class.js'

const SCHEMA = new URL(
  '../../../../../shared/reference/mir/schema/incident-Initial-v7.2.1.xsd',
  import.meta.url,
)

const mirValues = (element: string) =>
  RISK_CLASSES.filter(c => c.mir.element === element).map(c => c.mir.value)

describe('risk classes', () => {
  it('have unique ids and unique MIR values per element', () => {
    expect(new Set(RISK_CLASSES.map(c => c.id)).size).toBe(21)
    expect(new Set(RISK_CLASSES.map(c => `${c.mir.element} ${c.mir.value}`)).size).toBe(21)
  })

  it('go both ways between the form and the id', () => {
    for (const c of RISK_CLASSES) expect(riskClassOfMir(c.mir.element, c.mir.value)).toBe(c)
    expect(riskClassById('MDR-IIb')?.eudamed).toBe('CLASS_IIB')
    expect(riskClassById('IVDD-II-A')?.mir.value).toBe('IVD Annex II List A')
    expect(riskClassById('AIMDD')?.legislations).toEqual(['AIMDD'])
    expect(riskClassOfMir('deviceClassMDR', 'class Is')).toBeUndefined()
  })

  it('cover every EUDAMED value', () => {
    const values =
      'AIMDD CLASS_A CLASS_B CLASS_C CLASS_D CLASS_I CLASS_IIA CLASS_IIB CLASS_III ' +
      'IVD_ANNEX_II_LIST_A IVD_ANNEX_II_LIST_B IVD_DEVICES_SELF_TESTING IVD_GENERAL'
    const ours = new Set(RISK_CLASSES.flatMap(c => (c.eudamed === undefined ? [] : [c.eudamed])))
    expect([...ours].sort()).toEqual(values.split(' '))
  })
})

const absent = !existsSync(SCHEMA)
if (absent) console.log('skipped: the official MIR 7.2.1 schema is not beside the repository')
describe.skipIf(absent)('against the official MIR 7.2.1 schema', () => {
  const xsd = absent ? '' : readFileSync(SCHEMA, 'utf8')

  it.each([
    ['deviceClassMDDT', mirValues('deviceClassMDD')],
    ['deviceClassIVDDT', mirValues('deviceClassIVDD')],
    ['deviceClassMDRT', mirValues('deviceClassMDR')],
    ['deviceClassIVDRT', mirValues('deviceClassIVDR')],
    ['deviceClassT', [MIR_BEFORE_DIRECTIVES]],
  ])('%s has the same values', (type, ours) => {
    const body = new RegExp(`simpleType name="${type}"[\\s\\S]*?</xsd:simpleType>`).exec(xsd)?.[0] ?? ''
    const values = [...body.matchAll(/enumeration value="([^"]*)"/g)].map(m => m[1] ?? '')
    expect(values.sort()).toEqual([...ours].sort())
  })

  it('has the same boxes beside the classes', () => {
    for (const name of [...Object.keys(MDR_TYPES), ...Object.keys(IVDR_TYPES)])
      expect(xsd).toContain(`name="${name}"`)
  })
})
