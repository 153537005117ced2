import { defineCatalogue, kind } from '@vigie/kernel'

/** What can be wrong with the numbers of MIR section 4.3.3. */
export const similarFindings = defineCatalogue('SIMILAR', {
  'NOT-CUMULATIVE': kind<{ basis: string }>(
    'blocks',
    'Figures are added up over the periods where the form does not accept that.',
    p => `"${p.basis}" must be counted within each period, not added up over the periods.`,
    () =>
      'Count each period by itself, or choose a basis that accepts cumulative figures, such as the active installed base.',
  ),
  PERIODS: kind<{ count: number }>(
    'blocks',
    'There are not one to four periods.',
    p => `${p.count} periods are given; the form has room for one to four: N, N-1, N-2 and N-3.`,
    () => 'Give the period N and up to three before it.',
  ),
  'PERIOD-ORDER': kind<{ from: string; to: string }>(
    'blocks',
    'A period ends before it begins.',
    p => `The period from ${p.from} ends on ${p.to}, before it begins.`,
    () => 'Correct one of the two days.',
  ),
  'PERIOD-JOIN': kind<{ from: string; to: string }>(
    'blocks',
    'Two neighbouring periods overlap or leave a gap.',
    p => `The period that ends on ${p.to} does not end on the day before the next one begins (${p.from}).`,
    () => 'Let every period end on the day before the later one begins.',
  ),
  UNITS: kind<{ id: string; units: number }>(
    'blocks',
    'A number of devices is negative or not whole.',
    p => `The entry ${p.id} has ${p.units} devices, which is not a whole number of zero or more.`,
    () => 'Correct the entry; enter returns as a lower number of the same period.',
  ),
  STRADDLES: kind<{ id: string; from: string; to: string; period: string }>(
    'blocks',
    'An entry of devices lies across the edge of a period.',
    p =>
      `The entry ${p.id} (${p.from} to ${p.to}) lies partly outside period ${p.period} and cannot be divided.`,
    () => 'Give the devices by shorter spans, for example by month. They are never divided by guessing.',
  ),
  'NO-DEVICES': kind<{ period: string; column: string; incidents: number }>(
    'blocks',
    'Incidents are counted where no device is on the market.',
    p =>
      `Period ${p.period}, ${p.column}: ${p.incidents} similar incident${p.incidents === 1 ? '' : 's'}, but no device on the market.`,
    () => 'Add the missing sales, or choose the basis on which these devices count.',
  ),
  'CASE-TWICE': kind<{ id: string }>(
    'blocks',
    'A case is listed twice.',
    p => `The case ${p.id} is listed twice.`,
    () => 'List every case once.',
  ),
  'NO-CODES': kind<Record<string, never>>(
    'blocks',
    'No code says which incidents are similar.',
    () => 'No code is chosen, so no incident can be found to be similar.',
    () => 'Choose the IMDRF codes or the own codes of this incident (sections 4.3.1 and 4.3.2).',
  ),
  COUNTRY: kind<{ id: string; country: string }>(
    'blocks',
    'A country code does not exist.',
    p => `The entry ${p.id} has the country "${p.country}", which does not exist.`,
    () => 'Write the ISO 3166-1 code, XI for Northern Ireland.',
  ),
})
