import { defineCatalogue, kind } from '@vigie/kernel'

/** Faults of a table that is to be read in. `path` names the line or row and the column. */
export const importFindings = defineCatalogue('IMPORT', {
  FILE: kind<{ fault: string }>(
    'blocks',
    'A file that is no table.',
    p => `The file cannot be read as a table: ${p.fault}.`,
    () => 'Save it from the spreadsheet as .xlsx, or as CSV in UTF-8, and send that.',
  ),
  LIMIT: kind<{ what: string; most: number }>(
    'blocks',
    'A table that is too large.',
    p => `The table has more than ${p.most} ${p.what}.`,
    p => `Split it into files of at most ${p.most} ${p.what}.`,
  ),
  LINE: kind<{ line: number; fault: string }>(
    'blocks',
    'A line of CSV that cannot be read.',
    p => `Line ${p.line} cannot be read: ${p.fault}.`,
    () => 'Correct the line; a quotation mark inside a quoted text is written twice.',
  ),
  WIDTH: kind<{ line: number; found: number; expected: number }>(
    'blocks',
    'A line with more or fewer cells than the heading.',
    p => `Line ${p.line} has ${p.found} cells, the heading has ${p.expected}.`,
    () => 'Look for a separator inside a text that is not quoted, or a cell that is missing.',
  ),
  HEADING: kind<{ name: string; columns: string }>(
    'recommended',
    'Two columns of the same name.',
    p => `The heading "${p.name}" stands over the columns ${p.columns}.`,
    () => 'Say by its number which of the columns is meant.',
  ),
  CHARACTER: kind<object>(
    'blocks',
    'A text with U+0000.',
    () => 'The file holds U+0000, which no text has.',
    () => 'Save it as UTF-8, or as UTF-16 with a byte order mark.',
  ),
  NEEDED: kind<{ field: string }>(
    'blocks',
    'A needed cell is empty.',
    p => `${p.field} is empty.`,
    () => 'Fill it in.',
  ),
  UNMAPPED: kind<{ field: string }>(
    'blocks',
    'A needed field has no column.',
    p => `No column is chosen for ${p.field}.`,
    () => 'Choose its column, or give one value for all rows.',
  ),
  DATE: kind<{ value: string }>(
    'blocks',
    'A date that cannot be read in one way only.',
    p => `"${p.value}" is not a day that can be read in one way only.`,
    () => 'Write it as 2026-11-23, or say in which order day and month stand (dateOrder).',
  ),
  INSTANT: kind<{ value: string }>(
    'blocks',
    'A date and time without a place.',
    p => `"${p.value}" does not say when in one way only.`,
    () => 'Write it as 2026-11-23 16:20 and name the zone of the place (zone), or add its offset.',
  ),
  NUMBER: kind<{ value: string }>(
    'blocks',
    'What is not a whole number.',
    p => `"${p.value}" is not a whole number in plain digits.`,
    () => 'Write it with digits only, without separators.',
  ),
  CHOICE: kind<{ value: string; choices: string }>(
    'blocks',
    'A word that is not one of those known.',
    p => `"${p.value}" is none of: ${p.choices}.`,
    () => 'Use one of these words.',
  ),
  SHAPE: kind<{ value: string; fault: string }>(
    'blocks',
    'A value of the wrong shape.',
    p => `"${p.value}": ${p.fault}.`,
    () => 'Correct the cell.',
  ),
  NOWHERE: kind<{ what: string; value: string }>(
    'blocks',
    'What a row points to is not there.',
    p => `There is no ${p.what} "${p.value}".`,
    p => `Read in the ${p.what} first, or correct the cell.`,
  ),
  SEVERAL: kind<{ what: string; value: string }>(
    'blocks',
    'What a row points to is there more than once.',
    p => `There is more than one ${p.what} "${p.value}".`,
    () => 'Name it by its identifier.',
  ),
  TWICE: kind<{ what: string; value: string; row: number }>(
    'blocks',
    'Two rows say the same.',
    p => `The ${p.what} "${p.value}" stands in row ${p.row} already.`,
    () => 'Remove one of the rows.',
  ),
  OVERLAP: kind<{ from: string; to: string }>(
    'blocks',
    'Two periods of the same figure share days.',
    p => `There is a figure for ${p.from} to ${p.to} already; the same units would be counted twice.`,
    () => 'Choose periods that do not share days.',
  ),
  THERE: kind<{ what: string; value: string }>(
    'recommended',
    'A row that is in the record already.',
    p => `The ${p.what} "${p.value}" is in the record already; it was not changed.`,
    () => 'Change it there, if the table is right.',
  ),
})
