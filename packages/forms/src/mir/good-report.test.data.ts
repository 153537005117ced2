import { answered, newReport, type Report } from '../report.js'
import { type Mir721Path, mir721 } from './7.2.1/table.js'

const MFR = 'admin_info/contact_info/reporterMfr'
const EVENT = 'incident_info/clinical_event_info'
const PATIENT = 'incident_info/patient_info'
const REPORTER = 'incident_info/initial_reporter_info'
const SIMILAR = 'mfr_invest/similarIncidents'

const COMMON: Partial<Record<Mir721Path, string>> = {
  'admin_info/ncaName': 'Example Authority',
  'admin_info/reportDate': '2026-10-20',
  'admin_info/adverseEventDateFrom': '2026-10-01',
  'admin_info/adverseEventDateTo': '2026-10-02',
  'admin_info/mfrAwarenessDate': '2026-10-08',
  'admin_info/eventClassification': 'All other reportable incidents',
  [`${MFR}/statusReporter`]: 'Manufacturer',
  [`${MFR}/reporterDetails/reporterOrgName`]: 'Example Devices GmbH',
  [`${MFR}/reporterDetails/reporterContactPersonFirstName`]: 'Ada',
  [`${MFR}/reporterDetails/reporterContactPersonSecondName`]: 'Muster',
  [`${MFR}/reporterDetails/reporterOrgCity`]: 'Köln',
  [`${MFR}/reporterDetails/reporterOrgCountry`]: 'DE',
  [`${MFR}/reporterDetails/reporterOrgPostcode`]: '50667',
  [`${MFR}/reporterDetails/reporterOrgPhone`]: '+49 221 123456',
  [`${MFR}/reporterDetails/reporterOrgEmailAddress`]: 'vigilance@example.com',
  [`${MFR}/mfrDetails/mfrName`]: 'Example Devices GmbH',
  [`${MFR}/mfrDetails/mfrSRN`]: 'DE-MF-000012345',
  [`${MFR}/mfrDetails/mfrContactPersonFirstName`]: 'Ada',
  [`${MFR}/mfrDetails/mfrContactPersonSecondName`]: 'Muster',
  [`${MFR}/mfrDetails/mfrCity`]: 'Köln',
  [`${MFR}/mfrDetails/mfrCountry`]: 'DE',
  [`${MFR}/mfrDetails/mfrPostcode`]: '50667',
  [`${MFR}/mfrDetails/mfrPhone`]: '+49 221 123456',
  [`${MFR}/mfrDetails/mfrEmailAddress`]: 'vigilance@example.com',
  'admin_info/mfrRef': 'R2026/17',
  'device_info/nomenclatureSystem': 'EMDN',
  'device_info/nomenclatureCode': 'Z120301',
  'device_info/brandName': 'Infuso 3',
  'device_info/deviceDescription': 'Infusion pump for hospital use <40 ml/h & more',
  'device_info/nbIdNum': '0123',
  'device_info/nbCertNum': 'G1 26 01 12345 001',
  'device_info/nbCertNumLI': 'G1 26 01 12345 001',
  'device_info/deviceClassMDR': 'class IIb',
  'device_info/deviceClassMDRType/activedevice': 'Yes',
  'device_info/distribution/distributionEEA': 'DE',
  [`${EVENT}/eventDescription`]: 'The pump stopped during the infusion.\nThe alarm was heard.',
  [`${EVENT}/imdrfCodeChoice1`]: 'A010101',
  [`${EVENT}/currentDeviceLocation`]: 'Manufacturer',
  [`${PATIENT}/imdrfClinicalCodeChoice1`]: 'E2403',
  [`${PATIENT}/imdrfHealthCodeChoice1`]: 'F2303',
  [`${REPORTER}/initialReporterRole`]: 'Healthcare professional',
  [`${REPORTER}/healthcareFacilityCountry`]: 'DE',
}

const FINDINGS: Partial<Record<Mir721Path, string>> = {
  'mfr_invest/rootCauses': 'A worn seal let liquid in.',
  'mfr_invest/rootCauseConfirmed': 'Yes',
  'mfr_invest/riskAssReviewed': 'Yes',
  'mfr_invest/riskAssAdequate': 'Yes',
  'mfr_invest/riskAssResults': 'The risk is as estimated.',
  'mfr_invest/imdrfTypeInvestigationCodeChoice1': 'B01',
  'mfr_invest/imdrfInvestigationFindingsCodeChoice1': 'C0701',
  'mfr_invest/imdrfInvestigationConclusionCodeChoice1': 'D0301',
  'mfr_invest/imdrfComponentCodeChoice1': 'G02001',
  'mfr_invest/correctiveAction': 'New seal from lot 27 on.',
  [`${SIMILAR}/similarVariant`]: 'Model',
  [`${SIMILAR}/numberBasedOn`]: 'Active installed base',
  [`${SIMILAR}/timePeriodN/startDate`]: '2026-01-01',
  [`${SIMILAR}/timePeriodN/endDate`]: '2026-09-30',
  [`${SIMILAR}/timePeriodN/countrySimInc`]: '1',
  [`${SIMILAR}/timePeriodN/eeaChTrSimInc`]: '2',
  [`${SIMILAR}/timePeriodN/worldSimInc`]: '3',
  [`${SIMILAR}/timePeriodN-1/startDate`]: '2025-01-01',
  [`${SIMILAR}/timePeriodN-1/endDate`]: '2025-12-31',
  [`${SIMILAR}/timePeriodN-1/worldSimDev`]: '8000',
}

const NEXT: Partial<Record<Mir721Path, string>> = {
  'admin_info/reportNextDate': '2026-11-20',
  'mfr_invest/manufacturersPrelimAnalysis': 'Under investigation.',
}

const BY_TYPE: Record<'I' | 'F' | 'IF' | 'FR' | 'FN', Partial<Record<Mir721Path, string>>> = {
  I: NEXT,
  F: {
    ...NEXT,
    'mfr_invest/manufacturersInitialCorrecAction': 'None yet.',
    'mfr_invest/furtherInvestigations': 'The pump is being opened.',
  },
  IF: FINDINGS,
  FR: FINDINGS,
  FN: { ...FINDINGS, 'mfr_invest/manufacturersWhyNotReportable': 'The pump was not involved.' },
}

/** A MIR 7.2.1 with invented content that neither the schema nor any rule finds fault with. */
export function goodReport(key: keyof typeof BY_TYPE = 'FR'): Report {
  const type = mir721.reportTypes.find(t => t.key === key)
  const texts: Partial<Record<Mir721Path, string>> = {
    ...COMMON,
    ...BY_TYPE[key],
    'admin_info/reportType': type?.value ?? '',
  }
  const report = newReport(mir721)
  return {
    ...report,
    attributes: {
      ...report.attributes,
      'xsi:noNamespaceSchemaLocation': type?.schemaFile ?? '',
      sCreateTimeStamp: '2026-10-20T09:00:00',
    },
    fields: {
      'admin_info/ncaReportNo': key === 'I' ? answered('CA 1') : { state: 'unknown' },
      'device_info/udiDI': { state: 'unknown' },
      'device_info/udiDIBasic': answered('++A999MODELIDENTIFIER11S8'),
      ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, answered(text)])),
    },
  }
}
