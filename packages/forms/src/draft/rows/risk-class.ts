import { MIR_BEFORE_DIRECTIVES, type MirClassElement, riskClassById } from '@vigie/codes'
import { type Device, type Fact, type Regulation, valueOf } from '@vigie/facts'
import type { DraftContext } from '../context.js'
import { copy, type MappingRow, mapped, tick } from '../mapping-row.js'

/** The class of a case in the list of codes, by regulation. Custom-made under the MDR is a flag, not a class. */
const CLASS_IDS: Readonly<Record<Regulation, Readonly<Record<string, string>>>> = {
  MDR: { I: 'MDR-I', IIa: 'MDR-IIa', IIb: 'MDR-IIb', III: 'MDR-III' },
  IVDR: { A: 'IVDR-A', B: 'IVDR-B', C: 'IVDR-C', D: 'IVDR-D' },
  MDD: {
    I: 'MDD-I',
    Is: 'MDD-Is',
    Im: 'MDD-Im',
    Ism: 'MDD-Ism',
    IIa: 'MDD-IIa',
    IIb: 'MDD-IIb',
    III: 'MDD-III',
    'custom-made': 'MDD-custom-made',
  },
  AIMDD: { AIMD: 'AIMDD', 'custom-made': 'MDD-custom-made' },
  IVDD: {
    'list-A': 'IVDD-II-A',
    'list-B': 'IVDD-II-B',
    'self-test': 'IVDD-self-test',
    general: 'IVDD-general',
  },
}

const classRow = (element: MirClassElement): MappingRow =>
  copy(`device_info/${element}`, 'devices[#].riskClass', x => {
    const regulation = regulationOf(x)
    if (regulation === undefined) return undefined
    const home = Object.values(CLASS_IDS[regulation]).map(id => riskClassById(id)?.mir.element)
    // An unknown class is unknown in the list of its own regulation only.
    if (!home.includes(element)) return undefined
    return mapped(x.device.riskClass, riskClass => {
      const entry = riskClassById(CLASS_IDS[regulation][riskClass] ?? '')
      return entry?.mir.element === element ? entry.mir.value : undefined
    })
  })

/**
 * The regulation whose list of classes applies. A device with the UKCA mark alone has none of the Union; the classes
 * of the UK Medical Devices Regulations 2002 are those of the directives, and the form has only their lists.
 */
export function regulationOf(x: DraftContext): Regulation | undefined {
  const known = valueOf(x.device.regulation)
  if (known !== undefined || !classedByBritishLaw(x)) return known
  const riskClass = valueOf(x.device.riskClass) ?? ''
  return (['MDD', 'AIMDD', 'IVDD'] as const).find(r => Object.hasOwn(CLASS_IDS[r], riskClass))
}

/** Whether the class is taken from British law: a report for Great Britain on a device with the UKCA mark alone. */
export function classedByBritishLaw(x: DraftContext): boolean {
  return (
    x.target.id === 'GB' &&
    valueOf(x.device.regulation) === undefined &&
    valueOf(x.device.greatBritainRoute) === 'UKCA'
  )
}

type Flag = readonly [element: string, place: string, get: (d: Device) => Fact<boolean> | undefined]

const isPack = (d: Device, kind: Device['packKind']): Fact<boolean> | undefined =>
  d.packKind === kind ? (d.systemOrProcedurePack ?? { state: 'known', value: true }) : undefined

const MDR_FLAGS: readonly Flag[] = [
  ['implantable', 'implantable', d => d.implantable],
  ['activedevice', 'active', d => d.active],
  ['intendedtoadminister', 'administersMedicine', d => d.administersMedicine],
  ['sterileconditions', 'sterile', d => d.sterile],
  ['measuringfunction', 'measuring', d => d.measuring],
  ['reusable', 'reusable', d => d.reusable],
  ['software', 'software', d => d.software],
  ['systems', 'packKind', d => isPack(d, 'system')],
  ['procedurepacks', 'packKind', d => isPack(d, 'procedure-pack')],
  ['custommade', 'customMade', d => d.customMade],
  ['non-medical', 'nonMedicalPurpose', d => d.nonMedicalPurpose],
]

const IVDR_FLAGS: readonly Flag[] = [
  ['selftesting', 'selfTest', d => d.selfTest],
  ['nearpatienttesting', 'nearPatientTest', d => d.nearPatientTest],
  ['professionaltesting', 'professionalTest', d => d.professionalTest],
  ['companiondiagnostics', 'companionDiagnostic', d => d.companionDiagnostic],
  ['reagent', 'reagent', d => d.reagent],
  ['software', 'software', d => d.software],
  ['instrument', 'instrument', d => d.instrument],
  ['sterileconditions', 'sterile', d => d.sterile],
]

const flagRows = (group: string, regulation: Regulation, flags: readonly Flag[]) =>
  flags.map(([element, place, get]) =>
    copy(`device_info/${group}/${element}`, `devices[#].${place}`, x =>
      valueOf(x.device.regulation) === regulation ? tick(get(x.device)) : undefined,
    ),
  )

/** Section 2.4: the class when the device was placed on the market, and its kind. */
export const riskClassRows: readonly MappingRow[] = [
  copy('device_info/AppLegislationUnknown', 'devices[#].regulation', x =>
    x.device.regulation?.state === 'unknown' ? 'Yes' : undefined,
  ),
  copy('device_info/deviceClass', 'devices[#].beforeDirectives', x =>
    mapped(x.device.beforeDirectives, yes => (yes ? MIR_BEFORE_DIRECTIVES : undefined)),
  ),
  classRow('deviceClassMDD'),
  classRow('deviceClassIVDD'),
  classRow('deviceClassMDR'),
  ...flagRows('deviceClassMDRType', 'MDR', MDR_FLAGS),
  classRow('deviceClassIVDR'),
  ...flagRows('deviceClassIVDRType', 'IVDR', IVDR_FLAGS),
]
