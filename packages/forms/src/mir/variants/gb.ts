import type { MirVariant } from './variant.js'

const SCHEMA_GUIDE = 'MHRA, schema guide for MORE of 9 June 2025, as secondary sources give it'

/** For the MHRA as the authority for Great Britain: a form derived from MIR 7.2.1, through its portal MORE. */
export const gbVariant: MirVariant = {
  id: 'GB',
  addressee: 'The MHRA, for Great Britain',
  version: '7.2.1',
  territory: { and: ['GB'] },
  submitter: {
    representative: 'uk-responsible-person',
    // S.I. 2024/1368, reg. 44ZH: the manufacturer, who may hand over the task in writing.
    whereMandateIsSilent: 'manufacturer',
    asSubmitter: { branch: 'reporterOther', otherText: 'UK Responsible Person' },
    in133: 'authorised-representative',
    in134: 'repeats-submitter',
    source: 'S.I. 2024/1368, regulation 44ZH; the words beside "Other" are not prescribed in any source read',
    certainty: 'requires-confirmation',
  },
  countries: {
    writes: { UK: 'GB', XI: 'GB' },
    ofIncident: 'GB',
    source: 'The country lists of MIR 7.2.1 have GB and no XI',
    certainty: 'verified',
  },
  markets: {
    namedAsOther: ['XI'],
    source: 'The list of MIR 7.2.1, section 2.5.a, has CH and GB and no XI',
    certainty: 'verified',
  },
  similarIncidents: {
    region: { set: 'eea', and: ['CH', 'TR'] },
    regionTitle: 'EEA, Switzerland and Turkey',
    source: 'MIR 7.2.1, section 4.3.3; whether Northern Ireland counts with the region is not said there',
    certainty: 'requires-confirmation',
  },
  differences: [
    {
      place: '1',
      paths: [],
      sentence:
        'The report is one of MIR 7.2.1; the fields new in 7.3.1 do not exist. An XML file of 7.3.1 cannot be assumed to be accepted.',
      source: SCHEMA_GUIDE,
      certainty: 'secondary-source',
    },
    {
      place: '1.3.4',
      paths: [
        'admin_info/contact_info/reporterMfr/reporterDetails',
        'admin_info/contact_info/reporterAR/reporterDetails',
        'admin_info/contact_info/reporterOther/reporterDetails',
      ],
      sentence: 'Section 1.3.4 is filled by everyone; a manufacturer repeats its own details there.',
      source: 'The MIR 7.2.1 schemas',
      certainty: 'verified',
    },
    {
      place: '2.5.a',
      paths: ['device_info/distribution/distributionEEA', 'device_info/distribution/otherCountries'],
      sentence: 'Switzerland and Great Britain are ticked in the list; Northern Ireland is named in words.',
      source: 'The MIR 7.2.1 schemas',
      certainty: 'verified',
    },
    {
      place: '4.3.3.c',
      paths: ['mfr_invest/similarIncidents/timePeriodN/eeaChTrSimInc'],
      sentence: 'The middle column counts the EEA, Switzerland and Turkey.',
      source: 'MIR 7.2.1, section 4.3.3',
      certainty: 'verified',
    },
  ],
}
