import { leaf, oneOf, text, unverified, YES_NO } from '../../../table/build.js'
import { change, insertAfter, insertBefore, replace, withRows } from '../../../table/edit.js'
import { deviceInfo, deviceInfoRows, distribution } from '../../7.2.1/rows/device-info.js'
import { CARRIED, CONVERTER, carriedOver } from '../certainty.js'
import { DISTRIBUTION_COUNTRIES_731, ISSUING_ENTITIES } from '../lists.js'

const entity = <const Name extends string>(name: Name, place: string, of: string) =>
  leaf({
    name,
    place,
    label: `Issuing entity of the ${of}`,
    help: `Whose rules made the ${of}: GS1, HIBCC, ICCBBA or IFA; EUDAMED for an older device that got its number there.`,
    type: oneOf(ISSUING_ENTITIES),
    certainty: unverified(
      `${CONVERTER}; the list of entities is that of EUDAMED, the words of the form were not read`,
      'place',
      'position',
      'name',
      'type',
      'required',
    ),
  })

const deviceNomenclature = leaf({
  name: 'deviceNomenclature',
  place: '2.3.b',
  label: 'Nomenclature text',
  help: 'The words that belong to the code in 2.2.b: the term of the EMDN or of the other list, as the list has it.',
  type: text(4000),
  required: 'all',
  certainty: unverified(CONVERTER, 'place', 'position', 'name', 'type', 'required', 'meaning'),
})

const LEGISLATION = unverified(CONVERTER, 'place', 'position', 'name', 'type', 'required', 'meaning')
const SUBSTANCE = unverified(
  `name and order ${CONVERTER}; the meaning is inferred from the fields of EUDAMED at the same place`,
  'place',
  'position',
  'name',
  'type',
  'required',
  'meaning',
)

const appLegislationUnknown = leaf({
  name: 'AppLegislationUnknown',
  place: '2.4',
  label: 'Applicable legislation unknown',
  help: 'Yes if nobody knows under which directive or regulation the device was placed on the market. Then no class is given.',
  type: YES_NO,
  certainty: LEGISLATION,
})

const substanceRows = [
  leaf({
    name: 'DevicePlacedMarket',
    place: '2.4',
    label: 'Device with tissues, cells or a medicinal substance',
    help:
      'Probably: whether the device, when it was placed on the market, contained or used tissues or cells, ' +
      'derivatives of them, or a substance that would be a medicine by itself.',
    type: text(),
    certainty: SUBSTANCE,
  }),
  leaf({
    name: 'DeviceFulfill',
    place: '2.4',
    label: 'Who gave the scientific opinion',
    help: 'Probably: which kind of authority was consulted about the substance, tissue or cells and gave its opinion.',
    type: text(),
    certainty: SUBSTANCE,
  }),
  leaf({
    name: 'CompetentAuthName',
    place: '2.4',
    label: 'Authority that was consulted',
    help: 'Probably: name of the authority that gave the scientific opinion.',
    type: text(),
    certainty: SUBSTANCE,
  }),
  leaf({
    name: 'RelevantName',
    place: '2.4',
    label: 'Name of the substance',
    help: 'Probably: name of the medicinal substance, tissue or cells in the device.',
    type: text(),
    certainty: SUBSTANCE,
  }),
]

const MARKETS = unverified(
  `${CARRIED}; that the list has XI and lacks Switzerland is stated by secondary sources, that it lacks GB is inferred`,
  'type',
  'position',
  'meaning',
)

const distribution731 = withRows(
  distribution,
  change(carriedOver(distribution.rows), {
    distributionEEA: {
      help:
        'A country of the EEA, Türkiye or Northern Ireland (XI) where the device is sold. One element a country. ' +
        'Switzerland and Great Britain are named in "other countries".',
      type: oneOf(DISTRIBUTION_COUNTRIES_731),
      certainty: MARKETS,
    },
    distribution_all: {
      label: 'All countries of the list',
      help: 'One word for all countries of the list. What it says and covers in this version is not known: name the countries one by one.',
      type: text(),
      certainty: MARKETS,
    },
  }),
  { certainty: unverified(CARRIED, 'position', 'required') },
)

const carried = replace(carriedOver(deviceInfoRows), distribution731)
const withEntities = insertAfter(
  insertAfter(
    insertAfter(carried, 'udiDI', entity('udiDI_Entity', '2.1.a', 'UDI-DI')),
    'udiDIBasic',
    entity('Basic_Entity', '2.1.c', 'Basic UDI-DI'),
  ),
  'udiDIUnitUse',
  entity('UnitofUse_Entity', '2.1.d', 'unit of use UDI-DI'),
)
const described = insertAfter(withEntities, 'deviceDescription', deviceNomenclature)
const classed = insertAfter(
  insertBefore(described, 'deviceClass', appLegislationUnknown),
  'deviceClassIVDRType',
  ...substanceRows,
)

/** 2.1 to 2.6 of 7.3.1. */
export const deviceInfo731 = withRows(deviceInfo, classed, {
  certainty: unverified(CARRIED, 'position', 'required'),
})
