import { parseCountry } from '@vigie/codes'
import { type Fact, valueOf } from '@vigie/facts'
import type { Finding } from '@vigie/kernel'
import { type Report, textAt } from '../report.js'
import { awarenessDiffers } from './comments.js'
import type { DraftContext } from './context.js'
import { xpath } from './fill.js'
import { draftFindings } from './findings.js'
import { takesDayOfIncident } from './rows/administrative.js'
import { classedByBritishLaw, regulationOf } from './rows/risk-class.js'
import { countryOfIncident, overlapsWrongly } from './similar.js'
import { leafAt } from './table-facts.js'

const { make } = draftFindings
const PERIODS = ['timePeriodN', 'timePeriodN-1', 'timePeriodN-2', 'timePeriodN-3']

/** What a person should look at in fields that are filled: derived, rounded, composed, counted in an own way. */
export function notesOn(x: DraftContext, report: Report): readonly Finding[] {
  return [...addressee(x), ...dates(x, report), ...devices(x, report), ...measures(x), ...similar(x, report)]
}

/** The report goes where the incident happened; Liechtenstein has devices under Swiss law. */
function addressee(x: DraftContext): readonly Finding[] {
  const { country: to } = x.request.authority
  const happenedIn = countryOfIncident(x)
  if (happenedIn === undefined || parseCountry(to) === happenedIn || (happenedIn === 'LI' && to === 'CH'))
    return []
  return [make['OTHER-COUNTRY'](at(x, 'admin_info/ncaName'), { happenedIn, to })]
}

function dates(x: DraftContext, report: Report): readonly Finding[] {
  const path = 'admin_info/mfrAwarenessReportDate'
  const sameDay = takesDayOfIncident(x) ? textAt(report, path) : undefined
  const composed = awarenessDiffers(x) && x.file.assessment?.judgedNotReportable !== undefined
  return [
    ...(sameDay === undefined ? [] : [make['SAME-DAY'](at(x, path), { day: sameDay })]),
    ...(composed ? [make.COMPOSED(at(x, 'other_reporting_info/AdditionalComments'), {})] : []),
  ]
}

function devices(x: DraftContext, report: Report): readonly Finding[] {
  const found: Finding[] = []
  const count = x.file.devices.length
  if (count > 1 && (x.file.report?.otherReports ?? []).length === 0)
    found.push(make['OTHER-DEVICES'](at(x, 'admin_info/mfrRefMultiDev'), { count }))
  const law = regulationOf(x)
  if (classedByBritishLaw(x) && law !== undefined) {
    const path = law === 'IVDD' ? 'device_info/deviceClassIVDD' : 'device_info/deviceClassMDD'
    if (textAt(report, path) !== undefined) found.push(make['BRITISH-CLASS'](at(x, path), { law }))
  }
  return found
}

function measures(x: DraftContext): readonly Finding[] {
  const patient = x.file.event?.patient
  const measured: readonly (readonly [string, Fact<number> | undefined])[] = [
    ['incident_info/patient_info/massKG', patient?.weightKg],
    ['incident_info/patient_info/heightCM', patient?.heightCm],
  ]
  return measured.flatMap(([path, fact]) => {
    const leaf = leafAt(x.table, path)
    const n = valueOf(fact)
    if (leaf?.type.base !== 'integer' || n === undefined || Number.isInteger(n)) return []
    const [label, given, written] = [leaf.label, String(n), Math.round(n)]
    return written === 0
      ? [make['TOO-SMALL'](at(x, path), { label, given })]
      : [make.ROUNDED(at(x, path), { label, given, written: String(written) })]
  })
}

function similar(x: DraftContext, report: Report): readonly Finding[] {
  const counts = x.file.similarIncidents
  const base = 'mfr_invest/similarIncidents'
  if (counts === undefined || !Object.keys(report.fields).some(p => p.startsWith(`${base}/`))) return []
  const name = (i: number) => leafAt(x.table, `${base}/${PERIODS[i]}/startDate`)?.label.split(':')[0] ?? ''
  const swiss = (counts.periods ?? []).some(p => (p.incidents.CH ?? 0) + (p.devices.CH ?? 0) > 0)
  const column = at(x, `${base}/timePeriodN/eeaChTrSimInc`)
  return [
    ...(x.target.id === 'CH' && swiss ? [make['SWISS-COUNTS'](column, {})] : []),
    ...overlapsWrongly(counts).map(([i, j]) =>
      make.OVERLAP(at(x, `${base}/${PERIODS[j]}/endDate`), { one: name(i), other: name(j) }),
    ),
  ]
}

/** Where a finding about a field points. */
export function at(x: DraftContext, path: string): { readonly path: string; readonly place?: string } {
  const place = leafAt(x.table, path)?.place
  return { path: xpath(x, path), ...(place === undefined ? {} : { place }) }
}
