import type { MirVariant } from './variant.js'

const CHECK_LIST = 'Swissmedic, MIR check list and user guidance 3.4 of 1 April 2026'
const sure = { source: CHECK_LIST, certainty: 'secondary-source' } as const
const PERIODS = ['timePeriodN', 'timePeriodN-1', 'timePeriodN-2', 'timePeriodN-3'] as const

/** For Swissmedic: MIR 7.3.1, filled as its check list says. */
export const chVariant: MirVariant = {
  id: 'CH',
  addressee: 'Swissmedic',
  version: '7.3.1',
  territory: { and: ['CH'] },
  submitter: {
    representative: 'swiss-representative',
    // MedDO Art 66(2bis): where a CH-REP is needed, it is the CH-REP who answers for the report.
    whereMandateIsSilent: 'representative',
    asSubmitter: { branch: 'reporterOther', otherText: 'CH Rep' },
    in133: 'authorised-representative',
    in134: 'swiss-representative',
    ...sure,
  },
  countries: {
    writes: { UK: 'GB' },
    ofIncident: 'CH',
    ...sure,
  },
  markets: { namedAsOther: ['CH', 'GB'], ...sure },
  similarIncidents: {
    region: { set: 'union-market', and: ['CH'] },
    regionTitle: 'EEA, Türkiye and Northern Ireland, Swiss incidents included',
    ...sure,
  },
  differences: [
    {
      place: '1.3.1.a',
      paths: [
        'admin_info/contact_info/reporterOther/statusReporter',
        'admin_info/contact_info/reporterOther/reporterOtherText',
      ],
      sentence: 'The Swiss representative submits as "Other, please specify" with the words "CH Rep".',
      ...sure,
    },
    {
      place: '1.3.3',
      paths: ['admin_info/contact_info/reporterOther/arDetails'],
      sentence: 'Section 1.3.3 names the authorised representative in the Union, if there is one.',
      ...sure,
    },
    {
      place: '1.3.4',
      paths: ['admin_info/contact_info/reporterOther/reporterDetails'],
      sentence: 'Section 1.3.4 names the Swiss representative and its contact person.',
      ...sure,
    },
    {
      place: '2.5.a',
      paths: ['device_info/distribution/otherCountries', 'device_info/distribution/otherCountriesLI'],
      sentence: 'Switzerland is named in "other countries": the list of the form does not have it.',
      ...sure,
    },
    {
      place: '3.4.h',
      paths: ['incident_info/initial_reporter_info/healthcareFacilityCountry'],
      sentence:
        'The country of the incident is entered as "other" with Switzerland; in the XML it is the code CH as far as known.',
      source: `${CHECK_LIST}; how the form exports "other" is not known`,
      certainty: 'requires-confirmation',
    },
    {
      place: '4.3.3.c',
      paths: PERIODS.flatMap(p =>
        (['countrySimInc', 'eeaChTrSimInc', 'worldSimInc'] as const).map(
          c => `mfr_invest/similarIncidents/${p}/${c}` as const,
        ),
      ),
      sentence:
        'Swiss incidents are counted in the column "EEA, Türkiye and Northern Ireland" and in the world, contrary to the instruction for the Union.',
      ...sure,
    },
    {
      place: '4.3.3.c',
      paths: PERIODS.flatMap(p =>
        (['eeaChTrSimDev', 'worldSimDev'] as const).map(
          c => `mfr_invest/similarIncidents/${p}/${c}` as const,
        ),
      ),
      sentence:
        'The devices on the Swiss market are counted in the same columns as the Swiss incidents, so that the rates stay true.',
      source: `Follows from the rule for incidents; ${CHECK_LIST} speaks of incidents only`,
      certainty: 'requires-confirmation',
    },
  ],
}
