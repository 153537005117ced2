import { leaf, unverified, YES_NO } from '../../../table/build.js'
import { change, insertAfter, replace, withRows } from '../../../table/edit.js'
import {
  conclusionRows,
  mfrInvest,
  otherReportingInfo,
  preliminaryRows,
  similarIncidentRows,
  similarIncidents,
} from '../../7.2.1/rows/mfr-invest.js'
import { CARRIED, CONVERTER, carriedOver } from '../certainty.js'

const SUBSTANCE =
  'the name is used by a third-party implementation of the form; the place follows the order of EUDAMED; ' +
  'neither was read in the form or the schema'
const substance = unverified(SUBSTANCE, 'place', 'position', 'name', 'type', 'required', 'meaning')

const suspicionRelationship = leaf({
  name: 'suspicionRelationship',
  place: '4.1',
  label: 'Suspected relationship between incident and substance',
  help:
    'For a device with a medicinal substance, tissues or cells: Yes if you suspect so far that the substance has to ' +
    'do with the incident.',
  type: YES_NO,
  certainty: substance,
})

const relationshipIncidentSubstance = leaf({
  name: 'relationshipIncidentSubstance',
  place: '4.2',
  label: 'Relationship between incident and substance',
  help:
    'For a device with a medicinal substance, tissues or cells: Yes if the finished investigation shows that the ' +
    'substance had to do with the incident.',
  type: YES_NO,
  certainty: substance,
})

const STRICTER_INITIAL = {
  required: ['I', 'F'],
  certainty: unverified(
    `the letter is reconstructed; ${CARRIED}; for the initial report ${CONVERTER}`,
    'place',
    'position',
    'type',
    'required',
  ),
} as const

const preliminary = insertAfter(
  change(carriedOver(preliminaryRows), {
    manufacturersInitialCorrecAction: STRICTER_INITIAL,
    furtherInvestigations: STRICTER_INITIAL,
  }),
  'manufacturersPrelimAnalysis',
  suspicionRelationship,
)

const conclusion = insertAfter(
  carriedOver(conclusionRows),
  'rootCauseConfirmed',
  relationshipIncidentSubstance,
)

const REGION = unverified(
  `${CARRIED}; that the column counts EEA, Türkiye and Northern Ireland is stated by secondary sources; ` +
    'whether its elements were renamed is not known',
  'position',
  'name',
  'type',
  'meaning',
)

const period = <const Name extends string>(name: Name) => {
  const old = similarIncidentRows.find(row => row.name === name)
  if (old?.kind !== 'group') throw new RangeError(`MIR 7.2.1 has no period ${name}`)
  return withRows(
    {
      ...old,
      name,
      certainty: unverified(CARRIED, 'position', ...(old.required === 'none' ? [] : ['required' as const])),
    },
    change(carriedOver(old.rows), {
      eeaChTrSimInc: {
        label: `${old.label}: similar incidents in EEA, Türkiye and Northern Ireland`,
        help: 'How many similar incidents there were in the EEA, Türkiye and Northern Ireland together in the period. In 7.2.1 this column counted Switzerland too.',
        certainty: REGION,
      },
      eeaChTrSimDev: {
        label: `${old.label}: devices in EEA, Türkiye and Northern Ireland`,
        help: 'How many devices, counted as chosen in 4.3.3.b, in the EEA, Türkiye and Northern Ireland together. In 7.2.1 this column counted Switzerland too.',
        certainty: REGION,
      },
    }),
  )
}

const similar = withRows(
  similarIncidents,
  replace(
    replace(
      replace(replace(carriedOver(similarIncidentRows), period('timePeriodN')), period('timePeriodN-1')),
      period('timePeriodN-2'),
    ),
    period('timePeriodN-3'),
  ),
  { certainty: unverified(CARRIED, 'position') },
)

/** Section 4 of 7.3.1. */
export const mfrInvest731 = withRows(mfrInvest, [...preliminary, ...conclusion, similar], {
  certainty: unverified(CARRIED, 'position', 'required'),
})

/** Section 5 of 7.3.1: the reason why 1.2.c and 1.2.d differ stands here. */
export const otherReportingInfo731 = withRows(
  otherReportingInfo,
  change(carriedOver(otherReportingInfo.rows), {
    AdditionalComments: {
      help:
        'Anything the authority should know that has no other place. If the awareness dates of 1.2.c and 1.2.d differ, ' +
        'the reason belongs here.',
    },
  }),
  { certainty: unverified(CARRIED, 'position') },
)
