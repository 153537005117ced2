import { DATE, leaf, oneOf, unverified, YES_NO } from '../../../table/build.js'
import { change, insertAfter, insertBefore, replace, withRows } from '../../../table/edit.js'
import { adminInfo, adminInfoRows } from '../../7.2.1/rows/admin-info.js'
import { CONVERTER } from '../certainty.js'
import { FORM_VERSION } from '../lists.js'
import { contactInfo731 } from './contact-info.js'

const formVersion = leaf({
  name: 'formVersion',
  place: '1',
  label: 'Version of the form',
  help: 'The version of the reporting template. Written by software, not typed by people.',
  type: oneOf([FORM_VERSION]),
  required: 'all',
  certainty: unverified(
    `${CONVERTER}; the form prints the version on its cover`,
    'place',
    'position',
    'name',
    'type',
    'required',
  ),
})

const mfrAwarenessReportDate = leaf({
  name: 'mfrAwarenessReportDate',
  place: '1.2.d',
  label: 'Manufacturer awareness date of reportability',
  help:
    'The day on which the information came in that made the incident reportable. Usually the day of 1.2.c. ' +
    'If it is another day, say in section 5 why.',
  type: DATE,
  wanted: {
    severity: 'may-stay-unknown',
    for: 'all',
    why: 'MDCG 2023-3 rev. 2, question 15, tells the two awareness dates apart; section 1.2.d asks for the second.',
  },
  certainty: unverified(
    `the form was read and has this date; in the XML ${CONVERTER}`,
    'position',
    'name',
    'required',
  ),
})

const pmcfpmpfQuestion = leaf({
  name: 'pmcfpmpfQuestion',
  place: '1.3.1.f',
  label: 'PMCF or PMPF investigation',
  help:
    'Yes if the incident happened in a follow-up investigation after the device was placed on the market, ' +
    'of its clinical safety (PMCF) or its performance (PMPF). The next question asks for its number.',
  type: YES_NO,
  wanted: {
    severity: 'may-stay-unknown',
    for: 'all',
    why: 'Section 1.3.1.f of the form asks Yes or No since version 7.3.1.',
  },
  certainty: unverified(CONVERTER, 'position', 'name', 'type', 'required'),
})

const lettered = change(adminInfoRows, {
  reportType: { place: '1.2.e' },
  reportNextDate: { place: '1.2.f' },
  eventClassification: {
    place: '1.2.g',
    label: 'Classification of the serious incident',
  },
  mfrAwarenessDate: {
    help:
      'The day on which anybody working for the manufacturer first heard of the incident, whether or not it looked ' +
      'reportable then. The clock starts with this day.',
  },
})

/** 1.1 to 1.3.1 of 7.3.1: the second awareness date shifts the letters after it by one. */
export const adminInfoRows731 = insertBefore(
  insertBefore(
    insertAfter(replace(lettered, contactInfo731), 'mfrAwarenessDate', mfrAwarenessReportDate),
    'pmcfpmpfId',
    pmcfpmpfQuestion,
  ),
  'ncaName',
  formVersion,
)

export const adminInfo731 = withRows(adminInfo, adminInfoRows731)
