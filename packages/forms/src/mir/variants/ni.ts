import { euVariant } from './eu.js'
import type { MirVariant } from './variant.js'

const GUIDANCE = 'MHRA guidance on the regulation of medical devices in Northern Ireland'

/** For the MHRA as the authority for Northern Ireland, where the law of the Union applies: as in the Union, country XI. */
export const niVariant: MirVariant = {
  ...euVariant,
  id: 'NI',
  addressee: 'The MHRA, as competent authority for Northern Ireland',
  territory: { and: ['XI'] },
  countries: {
    writes: { UK: 'GB' },
    ofIncident: 'XI',
    source: GUIDANCE,
    certainty: 'secondary-source',
  },
  differences: [
    {
      place: '3.4.h',
      paths: ['incident_info/initial_reporter_info/healthcareFacilityCountry'],
      sentence:
        'Northern Ireland is written XI, not GB. Whether the official schema takes XI in this field is not confirmed.',
      source: GUIDANCE,
      certainty: 'requires-confirmation',
    },
    {
      place: '2.5.a',
      paths: ['device_info/distribution/distributionEEA'],
      sentence: 'Northern Ireland is a market of its own, XI; Great Britain is named in "other countries".',
      source: 'MIR 7.3.1, section 2.5, as secondary sources give it',
      certainty: 'secondary-source',
    },
    {
      place: '4.3.3.c',
      paths: [
        'mfr_invest/similarIncidents/timePeriodN/countrySimInc',
        'mfr_invest/similarIncidents/timePeriodN/countrySimDev',
      ],
      sentence:
        'The column of the country counts Northern Ireland alone; Great Britain is counted in the world column only.',
      source: 'Follows from the region "EEA, Türkiye and Northern Ireland" of section 4.3.3',
      certainty: 'requires-confirmation',
    },
  ],
}
