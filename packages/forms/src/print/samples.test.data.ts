import type { Mir721Path } from '../mir/7.2.1/table.js'
import { mir721 } from '../mir/7.2.1/table.js'
import { type Answer, answered, newReport, type Report } from '../report.js'

/** Filled reports as companies write them, for the tests and for looking at pages. All names are invented. */

type Fields = { readonly [P in Mir721Path]?: string | readonly [string, ...string[]] | Answer }

export function report(fields: Fields): Report<Mir721Path> {
  const answers = Object.entries(fields).map(([path, given]): [string, Answer] => {
    if (typeof given === 'string') return [path, answered(given)]
    if ('state' in given) return [path, given]
    const [first, ...more] = given
    return [path, answered(first, ...more)]
  })
  return { ...newReport(mir721), fields: Object.fromEntries(answers) }
}

export const shortInitial = report({
  'admin_info/ncaName': 'BfArM – Bundesinstitut für Arzneimittel und Medizinprodukte',
  'admin_info/reportDate': '2026-03-20',
  'admin_info/adverseEventDateFrom': '2026-03-09',
  'admin_info/adverseEventDateTo': '2026-03-09',
  'admin_info/mfrAwarenessDate': '2026-03-11',
  'admin_info/reportType': 'Initial',
  'admin_info/reportNextDate': '2026-05-15',
  'admin_info/eventClassification': 'All other reportable incidents',
  'admin_info/mfrRef': 'INC-2026-0117',
  'admin_info/contact_info/reporterMfr/statusReporter': 'Manufacturer',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrName': 'Nordlicht Medizintechnik GmbH',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrContactPersonFirstName': 'Jana',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrContactPersonSecondName': 'Petersen',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrCity': 'Kiel',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrCountry': 'DE',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrPostcode': '24103',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrPhone': '+49 431 555 0142',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrEmailAddress':
    'vigilance@nordlicht-medizintechnik.example',
  'device_info/udiDI': '04056784500016',
  'device_info/udiPI': {
    state: 'unknown',
    reason: 'label not kept by the hospital, asked again on 2026-03-18',
  },
  'device_info/brandName': 'Nordlicht FlowGuard 200 infusion pump',
  'device_info/deviceDescription': 'Volumetric infusion pump for adults and children.',
  'device_info/batchNum': { state: 'not-applicable' },
  'device_info/deviceClassMDR': 'class IIb',
  'incident_info/clinical_event_info/eventDescription':
    'During an infusion of noradrenaline the pump stopped without an alarm. The nurse noticed a falling blood pressure after about four minutes and changed to a second pump. The patient recovered without lasting harm.',
  'incident_info/clinical_event_info/imdrfCodeChoice1': 'A0501',
  'incident_info/clinical_event_info/currentDeviceLocation': 'In transit to manufacturer',
  'mfr_invest/manufacturersPrelimAnalysis': 'The pump has not arrived yet. The log file will be read first.',
})

const serials = Array.from({ length: 24 }, (_, i) => `FG2-26-${String(4100 + 7 * i).padStart(6, '0')}`).join(
  '; ',
)

const paragraph =
  'The pump was received on 2 April and opened in the presence of two engineers. The drive belt had left its pulley; the belt guard showed a crack of 11 mm that starts at the lower screw. The log holds no entry for the stop, because the rotation sensor sits before the belt and went on counting. With a new guard the pump ran for 72 hours at 5 ml/h, 125 ml/h and 999 ml/h within ± 3 %. '

export const longFinal = report({
  ...Object.fromEntries(
    Object.entries(shortInitial.fields).flatMap(([p, a]) => (a === undefined ? [] : [[p, a]])),
  ),
  'admin_info/ncaEudamedNum': 'DE-CA-001',
  'admin_info/ncaReportNo': '00432/26',
  'admin_info/refNumEudamed': { state: 'unknown' },
  'admin_info/reportDate': '2026-06-12',
  'admin_info/reportType': 'Final (Reportable incident)',
  'admin_info/reportNextDate': { state: 'not-applicable', reason: 'this is the final report' },
  'admin_info/mfrRefMultiDev': 'INC-2026-0118; INC-2026-0119',
  'admin_info/mfrRefMultiDevLI': ['INC-2026-0118', 'INC-2026-0119'],
  'admin_info/mfrRefFSCA': 'FSCA-2026-004',
  'admin_info/mfrRefFSCALI': ['FSCA-2026-004'],
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrSRN': 'DE-MF-000012345',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrOrgStreet': 'Werftstraße',
  'admin_info/contact_info/reporterMfr/mfrDetails/mfrOrgStreetNum': '114',
  'admin_info/contact_info/reporterMfr/arDetails/ARName': {
    state: 'not-applicable',
    reason: 'manufacturer in the Union',
  },
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterOrgName': 'Nordlicht Medizintechnik GmbH',
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterContactPersonFirstName': 'Jana',
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterContactPersonSecondName': 'Petersen',
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterOrgCity': 'Kiel',
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterOrgCountry': 'DE',
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterOrgPostcode': '24103',
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterOrgPhone': '+49 431 555 0142',
  'admin_info/contact_info/reporterMfr/reporterDetails/reporterOrgEmailAddress':
    'vigilance@nordlicht-medizintechnik.example',
  'device_info/udiDIBasic': '405678450FLOWGUARDWX',
  'device_info/nomenclatureSystem': 'EMDN',
  'device_info/nomenclatureCode': 'Z12030202',
  'device_info/deviceDescription':
    'Volumetric infusion pump for adults and children, 0.1 to 999 ml/h, with air-in-line sensor and drug library.\nIntended for hospitals and for transport within a hospital.\n\nNot intended for use in an MR room.',
  'device_info/modelNum': 'FlowGuard 200',
  'device_info/catalogNum': '45-200-01',
  'device_info/serialNum': serials,
  'device_info/deviceSoftwareVer': '3.4.1',
  'device_info/deviceFirmwareVer': '1.12',
  'device_info/deviceMfrDate': '2025-02-17',
  'device_info/implantDuration/numYears': { state: 'not-applicable' },
  'device_info/nbIdNum': '0123',
  'device_info/nbCertNum': 'G10 045678 0002;G12 045678 0009',
  'device_info/nbCertNumLI': ['G10 045678 0002', 'G12 045678 0009'],
  'device_info/deviceMarketDateType': 'First placed on the market',
  'device_info/deviceMarketDate/year': '2021',
  'device_info/deviceMarketDate/month': '9',
  'device_info/deviceClassMDRType/activedevice': 'Yes',
  'device_info/deviceClassMDRType/intendedtoadminister': 'Yes',
  'device_info/deviceClassMDRType/software': 'Yes',
  'device_info/distribution/distributionEEA': [
    'AT',
    'BE',
    'CH',
    'DE',
    'DK',
    'ES',
    'FI',
    'FR',
    'GR',
    'IT',
    'NL',
    'NO',
    'PL',
    'SE',
    'TR',
  ],
  'device_info/distribution/otherCountries': 'Australia; Canada; Japan',
  'device_info/distribution/otherCountriesLI': ['Australia', 'Canada', 'Japan'],
  'device_info/deviceAccessories': 'Infusion line NL-IV 150; pole clamp PC-2',
  'incident_info/clinical_event_info/imdrfCodeChoice2': 'A0709',
  'incident_info/clinical_event_info/imdrfCodeChoice3': 'A1605',
  'incident_info/clinical_event_info/numPatientsInvolved': '1',
  'incident_info/clinical_event_info/currentDeviceLocation': 'Manufacturer',
  'incident_info/clinical_event_info/deviceOperatorAtEvent': 'Healthcare professional',
  'incident_info/clinical_event_info/deviceUsage': 'Reuse of a reusable medical device',
  'incident_info/clinical_event_info/patientRemedialAction':
    'Second pump, bolus of noradrenaline, monitoring for 24 hours.',
  'incident_info/patient_info/imdrfClinicalCodeChoice1': 'E0612',
  'incident_info/patient_info/imdrfHealthCodeChoice1': 'F2303',
  'incident_info/patient_info/patientAgeAtEvent/numYears': '67',
  'incident_info/patient_info/patientAgeAtEvent/numMonths': '4',
  'incident_info/patient_info/Gender': 'Female',
  'incident_info/patient_info/massKG': '71.5',
  'incident_info/patient_info/patientPriorMedication':
    'Septic shock after abdominal surgery; noradrenaline 0.18 µg/kg/min.',
  'incident_info/initial_reporter_info/initialReporterRole': 'Healthcare professional',
  'incident_info/initial_reporter_info/healthcareFacilityName': 'Klinikum an der Förde',
  'incident_info/initial_reporter_info/healthcareFacilityRepNum': 'CIRS 2026/88',
  'incident_info/initial_reporter_info/healthcareFacilityCountry': 'DE',
  'incident_info/initial_reporter_info/healthcareFacilityCity': 'Kiel',
  'mfr_invest/manufacturersPrelimAnalysis': paragraph.repeat(4).trim(),
  'mfr_invest/manufacturersInitialCorrecAction':
    '1. Pumps of the same production week were stopped in the warehouse on 12 March.\n2. Users of these pumps were called on 13 March.\n3. The check of the belt guard was added to the yearly service.',
  'mfr_invest/furtherInvestigations': 'None open.',
  'mfr_invest/rootCauses': `${paragraph.repeat(5)}\n\n${paragraph.repeat(3)}\n\nConclusion: the screw of the belt guard was tightened with 1.2 Nm in place of 0.6 Nm on one station of the line between 10 and 21 February 2025.`,
  'mfr_invest/rootCauseConfirmed': 'Yes',
  'mfr_invest/riskAssReviewed': 'Yes',
  'mfr_invest/riskAssAdequate': 'No',
  'mfr_invest/riskAssResults':
    'Probability of an undetected stop raised from 10⁻⁷ to 10⁻⁵ per hour of use; new measure: second sensor behind the belt (software 3.5).',
  'mfr_invest/imdrfTypeInvestigationCodeChoice1': 'B01',
  'mfr_invest/imdrfTypeInvestigationCodeChoice2': 'B10',
  'mfr_invest/imdrfTypeInvestigationCodeChoice3': 'B14',
  'mfr_invest/imdrfInvestigationFindingsCodeChoice1': 'C0702',
  'mfr_invest/imdrfInvestigationConclusionCodeChoice1': 'D03',
  'mfr_invest/imdrfComponentCodeChoice1': 'G04012',
  'mfr_invest/correctiveAction':
    'Field safety corrective action FSCA-2026-004: exchange of the belt guard on 412 pumps; torque check at the end of the line; software 3.5 with alarm for a stopped belt.',
  'mfr_invest/correctiveActionSchedule':
    'Exchange finished by 2026-09-30 → report of effectiveness by 2026-12-15.',
  'mfr_invest/similarIncidents/similarIncImdrfCodesAnnexA': 'Yes',
  'mfr_invest/similarIncidents/similarIncImdrfCodesAnnexC': 'Yes',
  'mfr_invest/similarIncidents/similarVariant': 'Model',
  'mfr_invest/similarIncidents/numberBasedOn': 'Units distributed within each time period',
  'mfr_invest/similarIncidents/timePeriodN/startDate': '2026-01-01',
  'mfr_invest/similarIncidents/timePeriodN/endDate': '2026-06-12',
  'mfr_invest/similarIncidents/timePeriodN/countrySimInc': '2',
  'mfr_invest/similarIncidents/timePeriodN/eeaChTrSimInc': '3',
  'mfr_invest/similarIncidents/timePeriodN/worldSimInc': '4',
  'mfr_invest/similarIncidents/timePeriodN/countrySimDev': '310',
  'mfr_invest/similarIncidents/timePeriodN/eeaChTrSimDev': '1204',
  'mfr_invest/similarIncidents/timePeriodN/worldSimDev': '1988',
  'mfr_invest/similarIncidents/timePeriodN-1/startDate': '2025-01-01',
  'mfr_invest/similarIncidents/timePeriodN-1/endDate': '2025-12-31',
  'mfr_invest/similarIncidents/timePeriodN-1/countrySimInc': '0',
  'mfr_invest/similarIncidents/timePeriodN-1/eeaChTrSimInc': '1',
  'mfr_invest/similarIncidents/timePeriodN-1/worldSimInc': '1',
  'mfr_invest/similarIncidents/timePeriodN-1/countrySimDev': '702',
  'mfr_invest/similarIncidents/timePeriodN-1/eeaChTrSimDev': '2871',
  'mfr_invest/similarIncidents/timePeriodN-1/worldSimDev': '4410',
  'mfr_invest/similarIncidents/timePeriodN-2/startDate': '2024-01-01',
  'mfr_invest/similarIncidents/timePeriodN-2/endDate': '2024-12-31',
  'mfr_invest/similarIncidents/timePeriodN-2/countrySimInc': '0',
  'mfr_invest/similarIncidents/timePeriodN-2/eeaChTrSimInc': '0',
  'mfr_invest/similarIncidents/timePeriodN-2/worldSimInc': {
    state: 'unknown',
    reason: 'importer data missing',
  },
  'mfr_invest/similarIncidents/howWereDetermined':
    'Complaint database, codes A0501 and A0709, all reports closed by 2026-06-10.',
  'other_reporting_info/AdditionalComments':
    'The serial numbers in 2.3.e are those of the pumps of the same production weeks in the reporting hospital.',
})

export const greekBulgarian = report({
  'admin_info/ncaName': 'Εθνικός Οργανισμός Φαρμάκων (ΕΟΦ)',
  'admin_info/reportDate': '2026-07-02',
  'admin_info/adverseEventDateFrom': '2026-06-21',
  'admin_info/adverseEventDateTo': '2026-06-23',
  'admin_info/mfrAwarenessDate': '2026-06-25',
  'admin_info/reportType': 'Follow up',
  'admin_info/reportNextDate': '2026-09-01',
  'admin_info/eventClassification': 'Unanticipated serious deterioration in state of health',
  'admin_info/mfrRef': 'ΕΠ-2026/31',
  'admin_info/contact_info/reporterAR/statusReporter': 'Authorised representative',
  'admin_info/contact_info/reporterAR/mfrDetails/mfrName':
    '深圳晨光医疗器械有限公司 (Shenzhen Chenguang Medical)',
  'admin_info/contact_info/reporterAR/mfrDetails/mfrCountry': 'CN',
  'admin_info/contact_info/reporterAR/arDetails/ARName': 'Аксиом Медикъл ЕООД',
  'admin_info/contact_info/reporterAR/arDetails/ARCity': 'София',
  'admin_info/contact_info/reporterAR/arDetails/ARCountry': 'BG',
  'device_info/brandName': 'GlucoPoint® 3 μετρητής γλυκόζης',
  'device_info/deviceDescription':
    'Σύστημα μέτρησης γλυκόζης αίματος για αυτοέλεγχο. Περιλαμβάνει ταινίες και στυλό τρυπήματος.',
  'incident_info/clinical_event_info/eventDescription':
    'Ο ασθενής μέτρησε 5,9 mmol/L, ενώ το εργαστήριο βρήκε 2,1 mmol/L. Παρουσίασε σοβαρή υπογλυκαιμία και νοσηλεύτηκε για δύο ημέρες.\n\nПациентът беше приет в болница със загуба на съзнание. Глюкомерът показа стойност 5,9 mmol/L при лабораторна стойност 2,1 mmol/L.\n\nDer Patient wurde bewusstlos aufgefunden; Selbstüberwachungssystemgenauigkeitsüberprüfung nach DIN EN ISO 15197 ist veranlasst.',
  'incident_info/clinical_event_info/imdrfCodeChoice1': 'A0908',
  'incident_info/clinical_event_info/currentDeviceLocation': 'Patient/user',
  'mfr_invest/manufacturersPrelimAnalysis':
    'Партидата тест ленти е изследвана; отклонение ≤ 4 %. Очаква се уредът.',
  'mfr_invest/manufacturersInitialCorrecAction': 'Καμία προς το παρόν.',
  'mfr_invest/furtherInvestigations': 'Έλεγχος του μετρητή στο εργαστήριο του κατασκευαστή έως 2026-08-15.',
})
