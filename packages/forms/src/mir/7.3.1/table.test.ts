import { describe, expect, it } from 'vitest'
import { leavesOf, rowAt, rowsByPath } from '../../table/index-of.js'
import { isConfirmed } from '../../table.js'
import { mir721 } from '../7.2.1/table.js'
import { type Mir731Path, mir731 } from './table.js'

const NEW = [
  'admin_info/formVersion',
  'admin_info/mfrAwarenessReportDate',
  'admin_info/pmcfpmpfQuestion',
  'device_info/udiDI_Entity',
  'device_info/Basic_Entity',
  'device_info/UnitofUse_Entity',
  'device_info/deviceNomenclature',
  'device_info/AppLegislationUnknown',
  'device_info/DevicePlacedMarket',
  'device_info/DeviceFulfill',
  'device_info/CompetentAuthName',
  'device_info/RelevantName',
  'incident_info/patient_info/heightCM',
  'mfr_invest/suspicionRelationship',
  'mfr_invest/relationshipIncidentSubstance',
] as const satisfies readonly Mir731Path[]

const order = (parent: string) => {
  const row = rowAt(mir731, parent).row
  return row.kind === 'group' ? row.rows.map(r => r.name) : []
}
const submitterBlock = (branch: string) =>
  rowAt(mir731, `admin_info/contact_info/${branch}/reporterDetails`).row.required
const words = (text: string) => text.trim().split(/\s+/)

describe('the table of MIR 7.3.1', () => {
  it('has every field of 7.2.1 and fifteen more', () => {
    const before = new Set(rowsByPath(mir721).keys())
    const now = [...rowsByPath(mir731).keys()]
    expect([...before].filter(p => !now.includes(p))).toEqual([])
    expect(now.filter(p => !before.has(p)).sort()).toEqual([...NEW].sort())
  })

  it('orders section 1 as the converter that passes the official schemas does', () => {
    expect(order('admin_info')).toEqual(
      words(`formVersion ncaName ncaEudamedNum ncaReportNo refNumEudamed reportDate adverseEventDateFrom
        adverseEventDateTo mfrAwarenessDate mfrAwarenessReportDate reportType reportNextDate eventClassification
        contact_info mfrRef ncaRefMultiDev ncaRefMultiDevLI eudamedRefMultiDev eudamedRefMultiDevLI mfrRefMultiDev
        mfrRefMultiDevLI ncaRefFSCA ncaRefFSCALI eudamedRefFSCA eudamedRefFSCALI mfrRefFSCA mfrRefFSCALI psrId psrIdLI
        pmcfpmpfQuestion pmcfpmpfId pmcfpmpfIdLI`),
    )
  })

  it('orders section 2 as the converter that passes the official schemas does', () => {
    expect(order('device_info')).toEqual(
      words(`udiDI udiDI_Entity udiPI udiDIBasic Basic_Entity udiDIUnitUse UnitofUse_Entity nomenclatureSystem
        nomenclatureSystemOther nomenclatureCode brandName deviceDescription deviceNomenclature modelNum catalogNum
        serialNum batchNum deviceSoftwareVer deviceFirmwareVer deviceMfrDate deviceExpiryDate ImplantedDateFrom
        ImplantedDateTo ExplantedDateFrom ExplantedDateTo implantDuration implantFacilityName explantFacilityName
        nbIdNum nbCertNum nbCertNumLI nbIdNum2 nbCertNum2 nbCertNum2LI deviceMarketDateType deviceMarketDate
        AppLegislationUnknown deviceClass deviceClassMDD deviceClassIVDD deviceClassMDR deviceClassMDRType
        deviceClassIVDR deviceClassIVDRType DevicePlacedMarket DeviceFulfill CompetentAuthName RelevantName
        distribution deviceAccessories deviceAssociated`),
    )
  })

  it('puts the height after the weight and the two questions on the substance where EUDAMED has them', () => {
    const patient = order('incident_info/patient_info')
    expect(patient.slice(patient.indexOf('Gender'))).toEqual(
      words('Gender massKG heightCM patientPriorMedication'),
    )
    const analysis = order('mfr_invest')
    expect(analysis[analysis.indexOf('suspicionRelationship') - 1]).toBe('manufacturersPrelimAnalysis')
    expect(analysis[analysis.indexOf('relationshipIncidentSubstance') - 1]).toBe('rootCauseConfirmed')
  })

  it('shifts the letters of 1.2 after the second awareness date', () => {
    const letters = [
      'mfrAwarenessDate',
      'mfrAwarenessReportDate',
      'reportType',
      'reportNextDate',
      'eventClassification',
    ]
    expect(letters.map(n => rowAt(mir731, `admin_info/${n}`).row.place)).toEqual(
      words('1.2.c 1.2.d 1.2.e 1.2.f 1.2.g'),
    )
  })

  it('names the schema files with v7.3', () => {
    expect(mir731.reportTypes.map(t => t.schemaFile)).toEqual(
      words(`incident-Initial-v7.3.xsd incident-Followup-v7.3.xsd incident-InitialFinal-v7.3.xsd
        incident-FinalRep-v7.3.xsd incident-FinalNonRep-v7.3.xsd`),
    )
    expect(mir731.schemaRead).toBe(false)
  })

  it('demands the submitter no longer where the manufacturer submits', () => {
    expect([
      submitterBlock('reporterMfr'),
      submitterBlock('reporterAR'),
      submitterBlock('reporterOther'),
    ]).toEqual(['none', 'all', 'all'])
  })
})

describe('what of MIR 7.3.1 is verified', () => {
  it('marks every row outside sections 1.1 to 1.3.1, and every new one', () => {
    for (const { path, row } of leavesOf(mir731)) {
      const read = /^1\.(1|2|3\.1)\./.test(row.place)
      const isNew = (NEW as readonly string[]).includes(path)
      if (read && !isNew && !path.endsWith('reporterOther/statusReporter'))
        expect(row.certainty, path).toBe('confirmed')
      else expect(row.certainty, path).not.toBe('confirmed')
    }
  })

  it('confirms letter and meaning of the second awareness date, not its place in the XML', () => {
    const { row } = rowAt(mir731, 'admin_info/mfrAwarenessReportDate')
    expect(isConfirmed(row, 'place')).toBe(true)
    expect(isConfirmed(row, 'meaning')).toBe(true)
    expect(isConfirmed(row, 'position')).toBe(false)
  })

  it('marks what is stricter than 7.2.1 as not confirmed', () => {
    const stricter = [
      'admin_info/contact_info/reporterMfr/mfrDetails/mfrSRN',
      'device_info/deviceNomenclature',
      'incident_info/patient_info/imdrfClinicalCodeChoice1',
      'incident_info/patient_info/imdrfHealthCodeChoice1',
      'incident_info/patient_info/Gender',
      'mfr_invest/manufacturersInitialCorrecAction',
      'mfr_invest/furtherInvestigations',
    ]
    for (const path of stricter) {
      const { row } = rowAt(mir731, path)
      expect(row.required === 'all' || (row.required !== 'none' && row.required.includes('I')), path).toBe(
        true,
      )
      expect(isConfirmed(row, 'required'), path).toBe(false)
    }
  })

  it('gives a source in words for every mark', () => {
    for (const { path, row } of rowsByPath(mir731).values()) {
      if (row.certainty === 'confirmed') continue
      expect(row.certainty.requiresConfirmation.length, path).toBeGreaterThan(0)
      expect(row.certainty.source, path).toMatch(/^[a-zA-Z](?!\d\d\d).{20,}/)
      expect(row.certainty.source, path).not.toMatch(/\.md|[A-Z]\d{3}/)
    }
  })
})

describe('every row of MIR 7.3.1', () => {
  it('has a label, a section and plain sentences of help, under a heading of the form', () => {
    const headings = new Set(mir731.headings.map(h => h.place))
    for (const { path, row } of rowsByPath(mir731).values()) {
      expect(row.label, path).toMatch(/^\S.{2,}/)
      expect(row.place, path).toMatch(/^[1-5](\.\d)*(\.[a-q])?$/)
      expect(row.help, path).toMatch(/^[A-Z].*\.$/)
      if (row.kind === 'leaf') expect(headings, path).toContain(row.place.replace(/\.[a-q]$/, ''))
    }
  })

  it('is a path the compiler knows', () => {
    const known: Mir731Path = 'device_info/RelevantName'
    // @ts-expect-error there is no such field
    const unknown: Mir731Path = 'device_info/relevantName'
    expect(rowsByPath(mir731).has(known)).toBe(true)
    expect(rowsByPath(mir731).has(unknown)).toBe(false)
  })
})
