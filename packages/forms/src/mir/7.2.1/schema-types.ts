/**
 * Names of the types in the MIR 7.2.1 schemas and the elements that have them, for documents with `xsi:type`.
 * Elements whose type depends on the report type or the branch are left out.
 */
const ELEMENTS_BY_TYPE: Readonly<Record<string, string>> = {
  GenderT: 'Gender',
  admin_infoT: 'admin_info',
  authRepDetailsT: 'arDetails',
  clinical_event_infoT: 'clinical_event_info',
  codeString8charT:
    'imdrfComponentCodeChoice1 imdrfComponentCodeChoice2 imdrfComponentCodeChoice3 ' +
    'imdrfComponentCodeChoice4 imdrfComponentCodeChoice5 imdrfComponentCodeChoice6',
  codeStringT:
    'imdrfCodeChoice1 imdrfCodeChoice2 imdrfCodeChoice3 imdrfCodeChoice4 imdrfCodeChoice5 ' +
    'imdrfCodeChoice6 imdrfClinicalCodeChoice1 imdrfClinicalCodeChoice2 imdrfClinicalCodeChoice3 ' +
    'imdrfClinicalCodeChoice4 imdrfClinicalCodeChoice5 imdrfClinicalCodeChoice6 ' +
    'imdrfHealthCodeChoice1 imdrfHealthCodeChoice2 imdrfHealthCodeChoice3 imdrfHealthCodeChoice4 ' +
    'imdrfHealthCodeChoice5 imdrfHealthCodeChoice6 imdrfTypeInvestigationCodeChoice1 ' +
    'imdrfTypeInvestigationCodeChoice2 imdrfTypeInvestigationCodeChoice3 ' +
    'imdrfTypeInvestigationCodeChoice4 imdrfTypeInvestigationCodeChoice5 ' +
    'imdrfTypeInvestigationCodeChoice6 imdrfTypeInvestigationCodeChoice7 ' +
    'imdrfTypeInvestigationCodeChoice8 imdrfInvestigationFindingsCodeChoice1 ' +
    'imdrfInvestigationFindingsCodeChoice2 imdrfInvestigationFindingsCodeChoice3 ' +
    'imdrfInvestigationFindingsCodeChoice4 imdrfInvestigationFindingsCodeChoice5 ' +
    'imdrfInvestigationFindingsCodeChoice6 imdrfInvestigationConclusionCodeChoice1 ' +
    'imdrfInvestigationConclusionCodeChoice2 imdrfInvestigationConclusionCodeChoice3 ' +
    'imdrfInvestigationConclusionCodeChoice4 imdrfInvestigationConclusionCodeChoice5 ' +
    'imdrfInvestigationConclusionCodeChoice6',
  contact_infoT: 'contact_info',
  currentDeviceLocationT: 'currentDeviceLocation',
  deviceClassIVDDT: 'deviceClassIVDD',
  deviceClassIVDRT: 'deviceClassIVDR',
  deviceClassIVDRTypeT: 'deviceClassIVDRType',
  deviceClassMDDT: 'deviceClassMDD',
  deviceClassMDRT: 'deviceClassMDR',
  deviceClassMDRTypeT: 'deviceClassMDRType',
  deviceClassT: 'deviceClass',
  deviceOperatorAtEventT: 'deviceOperatorAtEvent',
  deviceUsageT: 'deviceUsage',
  device_infoT: 'device_info',
  distributionEEAT: 'distributionEEA',
  distributionT: 'distribution',
  distribution_allT: 'distribution_all',
  eventClassificationT: 'eventClassification',
  healthcare_facility_infoT: 'initial_reporter_info',
  incident_infoT: 'incident_info',
  initialReporterRoleT: 'initialReporterRole',
  isoCountryT: 'reporterOrgCountry mfrCountry ARCountry healthcareFacilityCountry',
  marketDateTypeT: 'deviceMarketDateType',
  mfrDetailsT: 'mfrDetails',
  mfrInvestigationT: 'mfr_invest',
  nbIdNumT: 'nbIdNum nbIdNum2',
  nomenclatureSystemT: 'nomenclatureSystem',
  nonEmptyString200T: 'ncaName reporterOrgName mfrName',
  nonEmptyString50T:
    'mfrRef reporterContactPersonFirstName reporterContactPersonSecondName reporterOrgCity ' +
    'reporterOrgPostcode reporterOrgPhone mfrContactPersonFirstName mfrContactPersonSecondName ' +
    'mfrCity mfrPostcode mfrPhone',
  numSimilarIncidentsDevicesT: 'timePeriodN timePeriodN-1 timePeriodN-2 timePeriodN-3',
  numberBasedOnT: 'numberBasedOn',
  optDurationT: 'implantDuration patientAgeAtEvent',
  optShortStructDateT: 'deviceMarketDate',
  other_reporting_infoT: 'other_reporting_info',
  patient_infoT: 'patient_info',
  reportTypeT: 'reportType',
  reporterART: 'reporterAR',
  reporterDetailsT: 'reporterDetails',
  reporterMfrT: 'reporterMfr',
  reporterOtherT: 'reporterOther',
  similarIncidentsT: 'similarIncidents',
  similarVariantT: 'similarVariant',
  string1000T: 'serialNum batchNum',
  string2000T:
    'deviceAccessories deviceAssociated similarIncOtherReportingCodesText ' +
    'similarIncOtherInHouseCodesText howWereDetermined',
  string200T:
    'reporterOrgAddress reporterOrgStreet reporterOrgStreetNum mfrAddress mfrOrgStreet ' +
    'mfrOrgStreetNum ARName ARAddress ARStreet ARStreetNum implantFacilityName ' +
    'explantFacilityName imdrfMissingCodeHealthEffect initialReporterRoleOther ' +
    'healthcareFacilityName healthcareFacilityAddress healthcareFacilityStreet ' +
    'healthcareFacilityStreetNum',
  string255T: 'reporterOrgEmailAddress mfrEmailAddress AREmailAddress healthcareFacilityEmail',
  string300T: 'brandName modelNum imdrfCodeMissing currentDeviceLocationOtherText numberBasedOnOther',
  string4000T: 'deviceDescription rationaleNoReview riskAssResults similarVariantDetails otherCountries',
  string50T:
    'ncaEudamedNum refNumEudamed ncaRefMultiDev ncaRefMultiDevLI eudamedRefMultiDev ' +
    'eudamedRefMultiDevLI mfrRefMultiDev mfrRefMultiDevLI ncaRefFSCA ncaRefFSCALI eudamedRefFSCA ' +
    'eudamedRefFSCALI mfrRefFSCA mfrRefFSCALI psrId psrIdLI pmcfpmpfId pmcfpmpfIdLI ' +
    'reporterOrgPOBox mfrSRN mfrOrgPOBox ARSRN ARContactPersonFirstName ' +
    'ARContactPersonSecondName ARCity ARPOBox ARPostCode ARPhone udiDI udiPI udiDIBasic ' +
    'udiDIUnitUse nomenclatureSystemOther nomenclatureCode catalogNum deviceSoftwareVer ' +
    'deviceFirmwareVer nbCertNum nbCertNumLI nbCertNum2 nbCertNum2LI deviceOperatorAtEventOther ' +
    'deviceUsageOther healthcareFacilityRepNum healthcareFacilityContactPersonFirstName ' +
    'healthcareFacilityContactPersonSecondName healthcareFacilityPhone healthcareFacilityCity ' +
    'healthcareFacilityPOBox healthcareFacilityPostcode similarIncMdCodesChoice1Code ' +
    'similarIncMdCodesChoice1Term similarIncRootCouseCodesChoice1Code ' +
    'similarIncRootCouseCodesChoice1Term otherCountriesLI',
  stringT:
    'eventDescription patientRemedialAction patientPriorMedication manufacturersPrelimAnalysis ' +
    'manufacturersInitialCorrecAction furtherInvestigations rootCauses ' +
    'manufacturersWhyNotReportable imdrfMissingCodeCauseInvestigation imdrfMissingComponentCodes ' +
    'correctiveAction correctiveActionSchedule manufacturersFinalComments AdditionalComments',
  validMonthsT: 'month',
  validYearsT: 'year',
  'xsd:date':
    'reportDate adverseEventDateFrom adverseEventDateTo mfrAwarenessDate reportNextDate ' +
    'deviceMfrDate deviceExpiryDate ImplantedDateFrom ImplantedDateTo ExplantedDateFrom ' +
    'ExplantedDateTo startDate endDate',
  'xsd:decimal': 'massKG',
  'xsd:integer':
    'numPatientsInvolved countrySimInc eeaChTrSimInc worldSimInc countrySimDev eeaChTrSimDev ' +
    'worldSimDev countryIncident eeaChTr world numYears numMonths numDays',
  yesNoT:
    'rootCauseConfirmed riskAssReviewed riskAssAdequate similarIncImdrfCodesAnnexA ' +
    'similarIncImdrfCodesAnnexC similarIncOtherReportingCodes similarIncOtherInHouseCodes ' +
    'implantable activedevice intendedtoadminister sterileconditions measuringfunction reusable ' +
    'software systems procedurepacks custommade non-medical selftesting nearpatienttesting ' +
    'professionaltesting companiondiagnostics reagent instrument',
}

/** Type name by element name. */
export const SCHEMA_TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ELEMENTS_BY_TYPE).flatMap(([type, elements]) => elements.split(' ').map(e => [e, type])),
)
