import type { MirVariant } from './variant.js'

const FORM = 'MIR 7.3.1, section 1.3.1'

/** For the authorities of the Union, the EEA and Türkiye: the form as it is. */
export const euVariant: MirVariant = {
  id: 'EU',
  addressee: 'The competent authority of the country where the incident happened',
  version: '7.3.1',
  territory: { set: 'union-market', without: ['XI'] },
  submitter: {
    representative: 'authorised-representative',
    whereMandateIsSilent: 'manufacturer',
    asSubmitter: { branch: 'reporterAR' },
    in133: 'authorised-representative',
    in134: 'nobody',
    source: `${FORM}; Regulation (EU) 2017/745, Article 87(1) and Article 11`,
    certainty: 'verified',
  },
  countries: {
    writes: { UK: 'GB' },
    source:
      'The country lists of the form follow ISO 3166-1; that 7.3.1 adds XI is stated by secondary sources only',
    certainty: 'secondary-source',
  },
  markets: {
    namedAsOther: ['CH', 'GB'],
    source:
      'Swissmedic, MIR check list of 1 April 2026, for Switzerland; for Great Britain it follows from the region of 4.3',
    certainty: 'requires-confirmation',
  },
  similarIncidents: {
    region: { set: 'union-market' },
    regionTitle: 'EEA, Türkiye and Northern Ireland',
    source: 'Help text of MIR 7.3.1, section 4.3.3, as secondary sources give it',
    certainty: 'secondary-source',
  },
  differences: [],
}
