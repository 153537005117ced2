import { type CaseFile, parseCase } from '@vigie/facts'
import { mirTableOf, type Report, rowsByPath, textsAt } from '@vigie/forms'

/** An answer of a report that the case now holds. */
export interface MappedField {
  readonly path: string
  readonly place: string
  readonly label: string
  /** Place in the case. */
  readonly to: string
}

/** A piece of a report that stays in the report alone, with the reason where there is one to tell. */
export interface UnmappedField {
  readonly path: string
  readonly place: string
  readonly label: string
  readonly why: string
}

export interface CaseOfReport {
  /** The case file as it is kept; undefined when the report does not say enough to open a case. */
  readonly file?: object
  readonly case?: CaseFile
  readonly mapped: readonly MappedField[]
  readonly unmapped: readonly UnmappedField[]
  /** What a case cannot do without and the report lacks, in words. */
  readonly lacks: readonly string[]
}

type Tree = { readonly [key: string]: unknown }
interface Given {
  readonly to: string
  readonly paths: readonly string[]
  readonly value: unknown
}

/**
 * The case that a report tells of, as far as the facts of a case are there word for word; nothing is read into free
 * text. What has no place, or does not fit, stays in the report and is told.
 */
export function caseOfReport(report: Report): CaseOfReport {
  const given = givenIn(report)
  const needed = ['reference', 'manufacturer.name', 'manufacturer.country', 'devices.0.name']
  const lacks = needed.filter(to => !given.some(g => g.to === to))
  const labels = rowsByPath(mirTableOf(report))
  const about = (path: string) => {
    const row = labels.get(path)?.row
    return { path, place: row?.place ?? '', label: row?.label ?? path }
  }
  if (lacks.length > 0) return { mapped: [], unmapped: [], lacks }
  const base = { awareness: [], fieldActions: [] }
  let file: Tree = given
    .filter(g => needed.includes(g.to))
    .reduce((f, g) => put(f, g.to.split('.'), g.value), base as Tree)
  const mapped: MappedField[] = []
  const refused = new Map<string, string>()
  for (const g of given) {
    const next = put(file, g.to.split('.'), g.value)
    const parsed = parseCase(next)
    if (parsed.ok) {
      file = next
      mapped.push(...g.paths.map(path => ({ ...about(path), to: g.to.replace(/\.(\d+)/g, '[$1]') })))
    } else {
      const why = parsed.findings[0]?.message ?? 'It does not fit into the case.'
      for (const path of g.paths) refused.set(path, why)
    }
  }
  const parsed = parseCase(file)
  const taken = new Set(mapped.map(m => m.path))
  const unmapped = Object.entries(report.fields).flatMap(([path, answer]) => {
    const row = labels.get(path)?.row
    const isTwin = row?.kind === 'leaf' && row.twin !== undefined && 'ofPlain' in row.twin
    if (answer?.state !== 'answered' || taken.has(path) || isTwin) return []
    return [
      {
        ...about(path),
        why: refused.get(path) ?? 'The case has no place for it, or it is put in words there.',
      },
    ]
  })
  return {
    file,
    ...(parsed.ok ? { case: parsed.case } : {}),
    mapped,
    unmapped,
    lacks: parsed.ok ? [] : ['a case'],
  }
}

function put(tree: unknown, path: readonly string[], value: unknown): Tree {
  const [key = '', ...rest] = path
  const isList = /^\d+$/.test(rest[0] ?? '')
  const object: Tree =
    typeof tree === 'object' && tree !== null ? Object.fromEntries(Object.entries(tree)) : {}
  if (rest.length === 0) return { ...object, [key]: value }
  const inner = Object.hasOwn(object, key) ? object[key] : undefined
  if (!isList) return { ...object, [key]: put(inner, rest, value) }
  const [index = '0', ...below] = rest
  const list = Array.isArray(inner) ? [...inner] : []
  list[Number(index)] = below.length === 0 ? value : put(list[Number(index)], below, value)
  return { ...object, [key]: list }
}

/** Words of the form and the classes of the law (MIR 2.4). */
const CLASSES: Readonly<Record<string, string>> = { deviceClassMDR: 'MDR', deviceClassIVDR: 'IVDR' }

function givenIn(report: Report): readonly Given[] {
  const found: Given[] = []
  const paths = Object.keys(report.fields)
  const named = (name: string) => paths.find(p => p.endsWith(`/${name}`) && textsAt(report, p).length > 0)
  const take = (to: string, name: string, as: (text: string) => unknown = t => t) => {
    const path = named(name)
    const text = path === undefined ? undefined : textsAt(report, path)[0]
    if (path === undefined || text === undefined || text.trim() === '') return
    const value = as(text.trim())
    if (value !== undefined) found.push({ to, paths: [path], value })
  }
  take('reference', 'mfrRef')
  take('manufacturer.name', 'mfrName')
  take('manufacturer.country', 'mfrCountry')
  take('manufacturer.srn', 'mfrSRN')
  take('manufacturer.address.street', 'mfrOrgStreet')
  take('manufacturer.address.number', 'mfrOrgStreetNum')
  take('manufacturer.address.city', 'mfrCity')
  take('manufacturer.address.postcode', 'mfrPostcode')
  take('manufacturer.contact.firstName', 'mfrContactPersonFirstName')
  take('manufacturer.contact.lastName', 'mfrContactPersonSecondName')
  take('manufacturer.contact.email', 'mfrEmailAddress')
  take('manufacturer.contact.phone', 'mfrPhone')
  take('devices.0.name', 'brandName')
  take('devices.0.description', 'deviceDescription')
  take('devices.0.model', 'modelNum')
  take('devices.0.catalogue', 'catalogNum')
  take('devices.0.udiDi', 'udiDI', t => (t === 'Unknown' ? undefined : t))
  take('devices.0.udiPi', 'udiPI', t => (t === 'Unknown' ? undefined : t))
  take('devices.0.basicUdiDi', 'udiDIBasic', t => (t === 'Unknown' ? undefined : t))
  take('devices.0.serialNumbers', 'serialNum', t => [t])
  take('devices.0.lots', 'batchNum', t => [t])
  take('devices.0.softwareVersion', 'deviceSoftwareVer')
  take('devices.0.firmwareVersion', 'deviceFirmwareVer')
  take('devices.0.manufactured', 'deviceMfrDate')
  const nomenclature = named('nomenclatureSystem')
  if (nomenclature !== undefined && textsAt(report, nomenclature)[0] === 'EMDN')
    take('devices.0.emdn', 'nomenclatureCode')
  for (const [name, law] of Object.entries(CLASSES)) {
    const path = named(name)
    const riskClass = path === undefined ? undefined : textsAt(report, path)[0]?.replace(/^class /, '')
    if (path === undefined || riskClass === undefined) continue
    found.push({ to: 'devices.0.regulation', paths: [path], value: law })
    found.push({ to: 'devices.0.riskClass', paths: [], value: riskClass })
  }
  take('event.description', 'eventDescription')
  take('event.country', 'healthcareFacilityCountry')
  take('event.from', 'adverseEventDateFrom')
  take('event.to', 'adverseEventDateTo')
  take('event.outcomes', 'eventClassification', t => (t === 'Death' ? ['death'] : undefined))
  take('event.publicHealthThreat', 'eventClassification', t =>
    t === 'Serious public health threat' ? 'yes' : undefined,
  )
  take('event.remedialAction', 'patientRemedialAction')
  take('event.reporter.facility', 'healthcareFacilityName')
  for (const [to, prefix] of CODES) {
    const at = paths
      .filter(p => new RegExp(`/${prefix}\\d$`).test(p) && textsAt(report, p).length > 0)
      .toSorted()
    if (at.length > 0) found.push({ to, paths: at, value: at.flatMap(p => textsAt(report, p)) })
  }
  take('report.eudamedReference', 'refNumEudamed', t => (t === 'Unknown' ? undefined : t))
  take('awareness.0', 'mfrAwarenessDate', at => ({ of: 'incident', at, by: 'manufacturer' }))
  return found
}

const CODES = [
  ['event.imdrf.problem', 'imdrfCodeChoice'],
  ['event.imdrf.signs', 'imdrfClinicalCodeChoice'],
  ['event.imdrf.impact', 'imdrfHealthCodeChoice'],
] as const
