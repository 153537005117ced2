import { RISK_CLASSES, valueOf } from '@vigie/facts'
import type { Finding } from '@vigie/kernel'
import { awarenessDiffers } from './comments.js'
import type { DraftContext } from './context.js'
import { draftFindings } from './findings.js'
import { at } from './notes.js'
import { regulationOf } from './rows/risk-class.js'
import { columnsOf, countryOfIncident } from './similar.js'

const { make } = draftFindings

/** What keeps a field empty or half answered although the case says something about it. */
export function unanswered(x: DraftContext): readonly Finding[] {
  return [...submitter(x), ...device(x), ...counts(x), ...dates(x)]
}

/** MedDO Art 51 and 66(2bis): a manufacturer from outside needs a CH-REP, who answers for the report. */
function submitter(x: DraftContext): readonly Finding[] {
  const { manufacturer, swissRepresentative } = x.file
  return x.target.id === 'CH' && manufacturer.country !== 'CH' && swissRepresentative === undefined
    ? [make['CH-REP'](at(x, 'admin_info/contact_info/reporterOther/reporterOtherText'), {})]
    : []
}

function device(x: DraftContext): readonly Finding[] {
  const found: Finding[] = []
  const place = `devices[${x.request.device}]`
  const { device: d } = x
  if (valueOf(d.markets)?.includes('UK'))
    found.push(
      make['WHICH-PART'](at(x, 'device_info/distribution/distributionEEA'), { from: `${place}.markets` }),
    )
  if (
    valueOf(d.regulation) === 'MDR' &&
    valueOf(d.systemOrProcedurePack) === true &&
    d.packKind === undefined
  )
    found.push(
      make['PACK-KIND'](at(x, 'device_info/deviceClassMDRType/systems'), { from: `${place}.packKind` }),
    )
  const [regulation, riskClass] = [regulationOf(x), valueOf(d.riskClass)]
  const classes: readonly string[] = regulation === undefined ? [] : RISK_CLASSES[regulation]
  if (regulation !== undefined && riskClass !== undefined && !classes.includes(riskClass))
    found.push(
      make['CLASS-NOT-IN-LIST'](at(x, 'device_info/deviceClassMDR'), {
        riskClass,
        regulation,
        from: `${place}.riskClass`,
      }),
    )
  return found
}

function counts(x: DraftContext): readonly Finding[] {
  if (x.key !== 'IF' && x.key !== 'FR') return []
  const country = countryOfIncident(x)
  return (x.file.similarIncidents?.periods ?? []).flatMap((p, i) => {
    const from = `similarIncidents.periods[${i}]`
    const where = at(
      x,
      `mfr_invest/similarIncidents/${['timePeriodN', `timePeriodN-${i}`][Math.min(i, 1)]}/startDate`,
    )
    const period = `the period ${p.from} to ${p.to}`
    const devices = `${from}.devices`
    const noDevices = Object.keys(p.devices).length === 0
    const found: Finding[] = []
    if (country === undefined) found.push(make['COUNTRY-COLUMN'](where, { period }))
    for (const [name, numbers] of [
      ['incidents', p.incidents],
      ['devices', p.devices],
    ] as const) {
      const columns = columnsOf(x, numbers, p)
      if (columns.region === undefined || (country !== undefined && columns.country === undefined))
        found.push(make['COUNT-OF-UK'](where, { period, from: `${from}.${name}` }))
    }
    if (noDevices) found.push(make['NO-DENOMINATOR'](where, { period, from: devices }))
    else if (country !== undefined && columnsOf(x, p.devices, p).country === 0)
      found.push(make['NO-DEVICES-THERE'](where, { period, country, from: devices }))
    return found
  })
}

/** MDCG 2023-3 Rev. 2, Q15: two awareness days must be explained. */
function dates(x: DraftContext): readonly Finding[] {
  const { incident, reportability } = x.request.awareness
  if (!awarenessDiffers(x) || incident === undefined || reportability === undefined) return []
  return x.file.assessment?.judgedNotReportable === undefined
    ? [make['EXPLAIN-DATES'](at(x, 'other_reporting_info/AdditionalComments'), { incident, reportability })]
    : []
}
