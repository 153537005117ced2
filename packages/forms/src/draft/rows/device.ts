import { valueOf } from '@vigie/facts'
import type { DraftContext } from '../context.js'
import { copy, listed, type MappingRow, mapped, SEPARATOR } from '../mapping-row.js'

const D = 'devices[#].'

const MARKET_DATES = {
  'declaration-of-conformity': 'First declaration of conformity',
  'ce-marked': 'The device first CE marked',
  'placed-on-market': 'First placed on the market',
  'put-into-service': 'First put into service',
  'software-available': 'If software, date first made available',
} as const

/** Elements for years, months and days, of an age and of the time in the body. */
export const DURATION = { years: 'numYears', months: 'numMonths', days: 'numDays' } as const

const OTHER_NOMENCLATURES = {
  GMDN: 'GMDN',
  UMDNS: 'UMDNS(ECRI)',
  GIVD: 'GIVD/EDMS',
  other: 'Other',
} as const

/** Sections 2.1 to 2.3. */
export const identificationRows: readonly MappingRow[] = [
  copy('device_info/udiDI', `${D}udiDi`, x => x.device.udiDi),
  copy('device_info/udiDI_Entity', `${D}udiDi`, x => entity(x, 'udiDi')),
  copy('device_info/udiPI', `${D}udiPi`, x => x.device.udiPi),
  copy('device_info/udiDIBasic', `${D}basicUdiDi`, x => x.device.basicUdiDi),
  copy('device_info/Basic_Entity', `${D}basicUdiDi`, x => entity(x, 'basicUdiDi')),
  copy('device_info/udiDIUnitUse', `${D}unitOfUseDi`, x => x.device.unitOfUseDi),
  copy('device_info/UnitofUse_Entity', `${D}unitOfUseDi`, x => entity(x, 'unitOfUseDi')),
  // EUDAMED uses the EMDN; another nomenclature stands in only where a device has no EMDN code.
  copy('device_info/nomenclatureSystem', nomenclaturePlace(''), x => {
    const other = x.device.nomenclature
    return x.device.emdn === undefined ? other && OTHER_NOMENCLATURES[other.system] : 'EMDN'
  }),
  copy('device_info/nomenclatureSystemOther', `${D}nomenclature.name`, x =>
    x.device.emdn === undefined && x.device.nomenclature?.system === 'other'
      ? x.device.nomenclature.name
      : undefined,
  ),
  copy(
    'device_info/nomenclatureCode',
    nomenclaturePlace('.code'),
    x => x.device.emdn ?? x.device.nomenclature?.code,
  ),
  copy('device_info/brandName', `${D}name`, x => x.device.name),
  copy('device_info/deviceDescription', `${D}description`, x => x.device.description),
  copy(
    'device_info/deviceNomenclature',
    x =>
      x.device.nomenclatureText === undefined && x.device.emdn !== undefined
        ? `${D}emdn`
        : `${D}nomenclatureText`,
    x =>
      x.device.nomenclatureText ??
      (x.device.emdn === undefined ? undefined : x.ports.emdnTerm(x.device.emdn)),
  ),
  copy('device_info/modelNum', `${D}model`, x => x.device.model),
  copy('device_info/catalogNum', `${D}catalogue`, x => x.device.catalogue),
  copy('device_info/serialNum', `${D}serialNumbers`, x => mapped(x.device.serialNumbers, joined)),
  copy('device_info/batchNum', `${D}lots`, x => mapped(x.device.lots, joined)),
  copy('device_info/deviceSoftwareVer', `${D}softwareVersion`, x => x.device.softwareVersion),
  copy('device_info/deviceFirmwareVer', `${D}firmwareVersion`, x => x.device.firmwareVersion),
  copy('device_info/deviceMfrDate', `${D}manufactured`, x => x.device.manufactured),
  copy('device_info/deviceExpiryDate', `${D}expires`, x => x.device.expires),
  ...(['Implanted', 'Explanted'] as const).flatMap(what => {
    const name = what === 'Implanted' ? 'implanted' : 'explanted'
    return [
      copy(`device_info/${what}DateFrom`, `${D}${name}.from`, x => x.device[name]?.from),
      copy(
        `device_info/${what}DateTo`,
        x => (x.device[name]?.to === undefined ? `${D}${name}.from` : `${D}${name}.to`),
        x => x.device[name]?.to ?? x.device[name]?.from,
      ),
    ]
  }),
  ...(['years', 'months', 'days'] as const).map(unit =>
    copy(`device_info/implantDuration/${DURATION[unit]}`, `${D}implantDuration.${unit}`, x =>
      number(x.device.implantDuration?.[unit]),
    ),
  ),
  copy('device_info/implantFacilityName', `${D}implantFacility`, x => x.device.implantFacility),
  copy('device_info/explantFacilityName', `${D}explantFacility`, x => x.device.explantFacility),
  ...['', '2'].flatMap((suffix, i) => [
    copy(
      `device_info/nbIdNum${suffix}`,
      `${D}notifiedBodies[${i}].id`,
      x => x.device.notifiedBodies?.[i]?.id,
    ),
    listed(
      `device_info/nbCertNum${suffix}`,
      `${D}notifiedBodies[${i}].certificates`,
      x => x.device.notifiedBodies?.[i]?.certificates,
    ),
  ]),
  copy(
    'device_info/deviceMarketDateType',
    `${D}firstMarketed.as`,
    x => x.device.firstMarketed && MARKET_DATES[x.device.firstMarketed.as],
  ),
  copy('device_info/deviceMarketDate/year', `${D}firstMarketed.year`, x =>
    number(x.device.firstMarketed?.year),
  ),
  copy('device_info/deviceMarketDate/month', `${D}firstMarketed.month`, x =>
    number(x.device.firstMarketed?.month),
  ),
]

/** Section 2.4, what 7.3.1 asks on substances, and section 2.6. */
export const substanceAndAccessoryRows: readonly MappingRow[] = [
  copy(
    'device_info/CompetentAuthName',
    `${D}substanceConsultation.authority`,
    x => x.device.substanceConsultation?.authority,
  ),
  copy(
    'device_info/RelevantName',
    `${D}substanceConsultation.substance`,
    x => x.device.substanceConsultation?.substance,
  ),
  copy('device_info/deviceAccessories', `${D}accessories`, x => x.device.accessories),
  copy('device_info/deviceAssociated', `${D}associatedDevices`, x => x.device.associatedDevices),
]

/** Several serial numbers or lots in their one field. */
function joined(values: readonly string[]) {
  return values.length === 0 ? undefined : values.join(SEPARATOR)
}

export function number(n: number | undefined) {
  return n === undefined ? undefined : String(n)
}

function nomenclaturePlace(part: string) {
  return (x: DraftContext) =>
    x.device.emdn === undefined && x.device.nomenclature !== undefined
      ? `${D}nomenclature${part}`
      : `${D}emdn`
}

/** The issuing entity that an identifier shows by its syntax; for one whose syntax shows none, nothing. */
function entity(x: DraftContext, which: 'udiDi' | 'basicUdiDi' | 'unitOfUseDi') {
  const text = valueOf(x.device[which])
  if (text === undefined) return undefined
  return which === 'basicUdiDi' ? x.ports.issuingEntityOfBasic(text) : x.ports.issuingEntity(text)
}
