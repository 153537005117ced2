import { INTEGER, leaf, oneOf, unverified } from '../../../table/build.js'
import { change, insertAfter, withRows } from '../../../table/edit.js'
import {
  clinicalEventInfo,
  incidentInfo,
  initialReporterInfo,
  patientInfo,
} from '../../7.2.1/rows/incident-info.js'
import { CARRIED, CONVERTER, carriedOver, HELP_TEXT } from '../certainty.js'
import { COUNTRIES_731 } from '../lists.js'

const STRICTER = unverified(`${CARRIED}; ${CONVERTER}`, 'position', 'type', 'required')

const heightCM = leaf({
  name: 'heightCM',
  place: '3.3.e',
  label: 'Height (cm)',
  help: 'Height of the patient in whole centimetres.',
  type: INTEGER,
  holds: { is: 'count' },
  certainty: unverified(
    `${CONVERTER}; letter and meaning ${HELP_TEXT}`,
    'place',
    'position',
    'name',
    'type',
    'required',
  ),
})

const patient = withRows(
  patientInfo,
  insertAfter(
    change(carriedOver(patientInfo.rows), {
      imdrfClinicalCodeChoice1: { required: 'all', certainty: STRICTER },
      imdrfHealthCodeChoice1: { required: 'all', certainty: STRICTER },
      Gender: { required: 'all', certainty: STRICTER },
      massKG: {
        help: 'Weight of the patient in whole kilograms.',
        type: INTEGER,
        certainty: unverified(`${CARRIED}; ${CONVERTER}`, 'position', 'type'),
      },
    }),
    'massKG',
    heightCM,
  ),
  {
    required: 'all',
    certainty: unverified(
      `that the block is demanded follows from its fields; ${CONVERTER}`,
      'position',
      'required',
    ),
  },
)

const reporter = withRows(
  initialReporterInfo,
  change(carriedOver(initialReporterInfo.rows), {
    healthcareFacilityCountry: {
      help:
        'Country of the initial reporter as two capital letters (ISO 3166; XI for Northern Ireland). ' +
        'Swissmedic reads this as the country of the incident.',
      type: oneOf(COUNTRIES_731),
      certainty: unverified(
        `${CARRIED}; letter and XI follow guidance of Swissmedic and on Northern Ireland, as secondary sources give it`,
        'place',
        'position',
        'type',
        'required',
      ),
    },
  }),
  {
    required: 'all',
    certainty: unverified(
      `that the block is demanded follows from its fields; ${CONVERTER}`,
      'position',
      'required',
    ),
  },
)

const event = withRows(clinicalEventInfo, carriedOver(clinicalEventInfo.rows), {
  certainty: unverified(CARRIED, 'position', 'required'),
})

/** Section 3 of 7.3.1. */
export const incidentInfo731 = withRows(incidentInfo, [event, patient, reporter], {
  certainty: unverified(CARRIED, 'position', 'required'),
})
