import { defineCatalogue, kind } from '@vigie/kernel'

/** What can be wrong with a file of reports. */
export const ingestFindings = defineCatalogue('REPORTS', {
  UNREADABLE: kind<{ file: string; says: string }>(
    'blocks',
    'A file cannot be read.',
    p => `${p.file} cannot be read: ${p.says}`,
    () => 'Check the path, the format and the names of the columns. Nothing was imported.',
  ),
  LINE: kind<{ file: string; line: number; says: string }>(
    'blocks',
    'A line of a CSV file does not fit the others.',
    p => `Line ${p.line} of ${p.file} is broken: ${p.says}`,
    () => 'Mend that line and import the file again. Nothing was imported.',
  ),
  COLUMN: kind<{ file: string; column: string }>(
    'blocks',
    'A column is not in the file.',
    p => `${p.file} has no column "${p.column}".`,
    () => 'Give the name as it stands in the first line of the file. Nothing was imported.',
  ),
  'COLUMN-TWICE': kind<{ file: string; column: string }>(
    'blocks',
    'A column is in the file twice.',
    p => `${p.file} has the column "${p.column}" more than once.`,
    () => 'Rename one of them in the first line of the file. Nothing was imported.',
  ),
  'NO-ID': kind<{ rows: number; first: number }>(
    'blocks',
    'Rows without the id of a report.',
    p => `${p.rows} row${p.rows === 1 ? ' has' : 's have'} no report id; the first is row ${p.first}.`,
    () =>
      'Give every row the id of its report: without it, reports cannot be told apart. Nothing was imported.',
  ),
  INCOMPLETE: kind<{ rows: number; first: number }>(
    'recommended',
    'Rows without a device or an event are not counted.',
    p =>
      `${p.rows} row${p.rows === 1 ? '' : 's'} without a device or an event ${p.rows === 1 ? 'is' : 'are'} not counted; the first is row ${p.first}.`,
    () => 'Complete them if the missing value is known.',
  ),
  'DUPLICATE-ROWS': kind<{ rows: number }>(
    'recommended',
    'The same report, device and event stand on several rows.',
    p =>
      `${p.rows} row${p.rows === 1 ? '' : 's'} repeat${p.rows === 1 ? 's' : ''} a report, device and event that stand elsewhere in the file; counted once.`,
    () => 'No action is needed; check the export if you did not expect it.',
  ),
  'TWO-STRATA': kind<{ reports: number; first: string }>(
    'recommended',
    'A report stands in two strata.',
    p =>
      `${p.reports} report${p.reports === 1 ? '' : 's'} stand in more than one stratum, for example ${p.first}; the lowest counts.`,
    () => 'Check whether an id was used twice for different reports.',
  ),
  REPEATED: kind<{ reports: number; first: string }>(
    'recommended',
    'Reports were imported before.',
    p =>
      `${p.reports} report${p.reports === 1 ? ' was' : 's were'} imported before, for example ${p.first}; the new rows are not counted.`,
    () => 'Import the whole set anew if follow-up reports changed devices or events.',
  ),
  EMPTY: kind<{ file: string }>(
    'blocks',
    'A file has no report.',
    p => `${p.file} has no row with a report, a device and an event.`,
    () => 'Check that it is the right file.',
  ),
})
