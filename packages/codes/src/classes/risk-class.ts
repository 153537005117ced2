/** The five laws a device can stand under in the EU, as EUDAMED names them. */
export const LEGISLATIONS = {
  MDR: 'Regulation (EU) 2017/745',
  IVDR: 'Regulation (EU) 2017/746',
  MDD: 'Directive 93/42/EEC',
  AIMDD: 'Directive 90/385/EEC',
  IVDD: 'Directive 98/79/EC',
} as const

export type Legislation = keyof typeof LEGISLATIONS

/** One answer to "risk class when placed on the market", MIR section 2.4. */
export interface RiskClass {
  /** Stable id `LAW-CLASS`, for example `MDR-IIb`. */
  readonly id: string
  /** The directives share a list in the MIR; `active implant` and `custom-made` there do not tell which of the two applies. */
  readonly legislations: readonly Legislation[]
  readonly title: string
  /** The element of the MIR XML that takes the class and its exact value. */
  readonly mir: { readonly element: MirClassElement; readonly value: string }
  /** The EUDAMED value; absent where EUDAMED has none that is known. */
  readonly eudamed?: string
  /** Set where a person must confirm the EUDAMED value. */
  readonly eudamedCertainty?: 'requires-confirmation'
}

export type MirClassElement = 'deviceClassMDR' | 'deviceClassIVDR' | 'deviceClassMDD' | 'deviceClassIVDD'

/** id | laws | title | MIR value | EUDAMED value */
const TABLE: readonly (readonly [string, MirClassElement, string, string, string?])[] = [
  ['MDR-III', 'deviceClassMDR', 'Class III', 'class III', 'CLASS_III'],
  ['MDR-IIb', 'deviceClassMDR', 'Class IIb', 'class IIb', 'CLASS_IIB'],
  ['MDR-IIa', 'deviceClassMDR', 'Class IIa', 'class IIa', 'CLASS_IIA'],
  ['MDR-I', 'deviceClassMDR', 'Class I', 'class I', 'CLASS_I'],
  ['IVDR-D', 'deviceClassIVDR', 'Class D', 'class D', 'CLASS_D'],
  ['IVDR-C', 'deviceClassIVDR', 'Class C', 'class C', 'CLASS_C'],
  ['IVDR-B', 'deviceClassIVDR', 'Class B', 'class B', 'CLASS_B'],
  ['IVDR-A', 'deviceClassIVDR', 'Class A', 'class A', 'CLASS_A'],
  ['AIMDD', 'deviceClassMDD', 'Active implantable device', 'active implant', 'AIMDD'],
  ['MDD-III', 'deviceClassMDD', 'Class III', 'class III', 'CLASS_III'],
  ['MDD-IIb', 'deviceClassMDD', 'Class IIb', 'class IIb', 'CLASS_IIB'],
  ['MDD-IIa', 'deviceClassMDD', 'Class IIa', 'class IIa', 'CLASS_IIA'],
  ['MDD-I', 'deviceClassMDD', 'Class I', 'class I', 'CLASS_I'],
  ['MDD-Is', 'deviceClassMDD', 'Class I, sterile', 'class Is', 'CLASS_I'],
  ['MDD-Im', 'deviceClassMDD', 'Class I, with measuring function', 'class Im', 'CLASS_I'],
  ['MDD-Ism', 'deviceClassMDD', 'Class I, sterile and with measuring function', 'class Ism', 'CLASS_I'],
  ['MDD-custom-made', 'deviceClassMDD', 'Custom-made device', 'custom-made'],
  ['IVDD-II-A', 'deviceClassIVDD', 'Annex II, List A', 'IVD Annex II List A', 'IVD_ANNEX_II_LIST_A'],
  ['IVDD-II-B', 'deviceClassIVDD', 'Annex II, List B', 'IVD Annex II List B', 'IVD_ANNEX_II_LIST_B'],
  [
    'IVDD-self-test',
    'deviceClassIVDD',
    'Self-testing',
    'IVD devices for self-testing',
    'IVD_DEVICES_SELF_TESTING',
  ],
  ['IVDD-general', 'deviceClassIVDD', 'General', 'IVD general', 'IVD_GENERAL'],
]

/** EUDAMED has one value for class I; that these variants take it is inferred. */
const VARIANTS_OF_CLASS_I: ReadonlySet<string> = new Set(['MDD-Is', 'MDD-Im', 'MDD-Ism'])

const LAWS: Readonly<Record<MirClassElement, readonly Legislation[]>> = {
  deviceClassMDR: ['MDR'],
  deviceClassIVDR: ['IVDR'],
  deviceClassMDD: ['MDD'],
  deviceClassIVDD: ['IVDD'],
}

function lawsOf(id: string, element: MirClassElement): readonly Legislation[] {
  if (id === 'AIMDD') return ['AIMDD']
  return id === 'MDD-custom-made' ? ['MDD', 'AIMDD'] : LAWS[element]
}

/**
 * Risk classes of MDR, IVDR and the three directives with the exact strings of the MIR XML (7.2.1) and of EUDAMED.
 */
export const RISK_CLASSES: readonly RiskClass[] = TABLE.map(([id, element, title, value, eudamed]) => ({
  id,
  legislations: lawsOf(id, element),
  title,
  mir: { element, value },
  ...(eudamed === undefined ? {} : { eudamed }),
  ...(VARIANTS_OF_CLASS_I.has(id) ? { eudamedCertainty: 'requires-confirmation' as const } : {}),
}))

/** MIR 2.4.a: the one value for a device older than the directives (`deviceClass`). */
export const MIR_BEFORE_DIRECTIVES =
  'This device has been placed on the market before the implementation of the MDD/AIMDD/IVDD'

/** The class with this id, or undefined. */
export function riskClassById(id: string): RiskClass | undefined {
  return RISK_CLASSES.find(c => c.id === id)
}

/** The class that a value of a MIR class element stands for; undefined for a value the form does not have. */
export function riskClassOfMir(element: MirClassElement, value: string): RiskClass | undefined {
  return RISK_CLASSES.find(c => c.mir.element === element && c.mir.value === value)
}
