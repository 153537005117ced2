import { oneOf, unverified } from '../../../table/build.js'
import { change, replace, withRows } from '../../../table/edit.js'
import {
  arDetails,
  contactInfo,
  mfrDetails,
  reporterAR,
  reporterDetails,
  reporterMfr,
  reporterOther,
} from '../../7.2.1/rows/contact-info.js'
import { alsoUnverified, CARRIED, CONVERTER, carriedOver } from '../certainty.js'
import { COUNTRIES_731, OTHER_SUBMITTER } from '../lists.js'

const COUNTRY = oneOf(COUNTRIES_731)
const XI = unverified(
  `${CARRIED}; that XI is offered beside the ISO codes follows EUDAMED and guidance on Northern Ireland`,
  'type',
  'position',
)

const mfr = withRows(
  mfrDetails,
  change(carriedOver(mfrDetails.rows), {
    mfrSRN: {
      required: 'all',
      certainty: unverified(`${CARRIED}; ${CONVERTER}`, 'position', 'type', 'required'),
    },
    mfrCountry: { type: COUNTRY, certainty: alsoUnverified(XI, CARRIED, 'required') },
  }),
)

const ar = withRows(
  arDetails,
  change(carriedOver(arDetails.rows), {
    ARCountry: { type: COUNTRY, certainty: alsoUnverified(XI, CARRIED, 'place') },
  }),
)

const submitter = withRows(
  reporterDetails,
  change(carriedOver(reporterDetails.rows), {
    reporterOrgCountry: { type: COUNTRY, certainty: alsoUnverified(XI, CARRIED, 'place', 'required') },
  }),
  {
    help: 'Who sends this report, if neither the manufacturer nor the authorised representative does.',
  },
)

const mfrSubmits = withRows(
  reporterMfr,
  replace(
    replace(replace(reporterMfr.rows, mfr), ar),
    withRows(submitter, submitter.rows, {
      required: 'none',
      help: 'Not needed where the manufacturer sends the report: its details stand in 1.3.2.',
      certainty: unverified(CONVERTER, 'required'),
    }),
  ),
)

/** The authorised representative is told in 1.3.3; whether 1.3.4 must repeat it, as in 7.2.1, is not known. */
const arSubmits = withRows(
  reporterAR,
  replace(
    replace(replace(reporterAR.rows, mfr), withRows(ar, ar.rows, { required: 'all' })),
    withRows(submitter, submitter.rows, { certainty: unverified(CARRIED, 'required') }),
  ),
)

const otherSubmits = withRows(
  reporterOther,
  change(replace(replace(replace(reporterOther.rows, mfr), ar), submitter), {
    statusReporter: {
      help:
        'Who submits this report. The form prints "Other, please specify"; in the XML of 7.2.1 this was "Others", ' +
        'and whether that has changed is not known.',
      type: oneOf(OTHER_SUBMITTER),
      certainty: unverified(
        'the form was read and prints "Other, please specify"; the value in the XML was not read',
        'type',
      ),
    },
  }),
)

/** 1.3.1.a to 1.3.4 of 7.3.1. */
export const contactInfo731 = withRows(contactInfo, [mfrSubmits, arSubmits, otherSubmits])
