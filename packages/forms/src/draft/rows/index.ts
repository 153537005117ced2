import type { MappingRow } from '../mapping-row.js'
import { administrativeRows } from './administrative.js'
import { analysisRows, commentRows } from './analysis.js'
import { contactRows } from './contact.js'
import { identificationRows, substanceAndAccessoryRows } from './device.js'
import { distributionRows } from './distribution.js'
import { eventRows, patientRows, reporterRows } from './event.js'
import { riskClassRows } from './risk-class.js'
import { similarRows } from './similar.js'

/** The whole mapping from a case to the MIR of all versions, by section of the form. */
export const mappingRows: readonly MappingRow[] = [
  ...administrativeRows,
  ...contactRows,
  ...identificationRows,
  ...riskClassRows,
  ...distributionRows,
  ...substanceAndAccessoryRows,
  ...eventRows,
  ...patientRows,
  ...reporterRows,
  ...analysisRows,
  ...similarRows,
  ...commentRows,
]
