import { defineCatalogue, kind } from '@vigie/kernel'

type Field = { label: string; add: string }

/** What a draft lacks, and what a person should look at in it. */
export const draftFindings = defineCatalogue('DRAFT', {
  MISSING: kind<Field>(
    'blocks',
    'The report type demands a field, and the case does not answer it.',
    p => `"${p.label}" is missing; a report of this type must have it.`,
    p => p.add,
  ),
  OPEN: kind<Field>(
    'may-stay-unknown',
    'An answer is wanted; it may stay open for now.',
    p => `"${p.label}" is not answered yet; the report may go without it for now.`,
    p => p.add,
  ),
  WANTED: kind<Field>(
    'recommended',
    'The form asks for an answer that the schema does not demand.',
    p => `"${p.label}" is not answered, though the form asks for it.`,
    p => p.add,
  ),
  'NO-WORD': kind<{ label: string; from: string }>(
    'blocks',
    'The answer is "unknown" or "not applicable", but the form demands a value there.',
    p => `"${p.label}" is not known, but a report of this type must have a value there.`,
    p => `Put a value or the best estimate in ${p.from}.`,
  ),
  'DOES-NOT-FIT': kind<{ fault: string; mend: string }>(
    'blocks',
    'A value of the case does not fit the field. It is kept as it is; nothing is cut.',
    p => p.fault,
    p => p.mend,
  ),
  'WHICH-PART': kind<{ from: string }>(
    'may-stay-unknown',
    'The United Kingdom is named, but Great Britain and Northern Ireland are different markets.',
    () =>
      'The markets name the United Kingdom without saying whether Great Britain or Northern Ireland is meant.',
    p => `Write GB, XI or both instead of UK in ${p.from}.`,
  ),
  'PACK-KIND': kind<{ from: string }>(
    'recommended',
    'The form asks apart whether the device is a system or a procedure pack.',
    () => 'The case says "system or procedure pack", but the form asks which of the two.',
    p => `Add ${p.from}: "system" or "procedure-pack".`,
  ),
  'CLASS-NOT-IN-LIST': kind<{ riskClass: string; regulation: string; from: string }>(
    'recommended',
    'The risk class is not one of the regulation, so it was not filled in.',
    p => `${p.regulation} has no class "${p.riskClass}", so no class was filled in.`,
    p => `Correct ${p.from} or the regulation.`,
  ),
  'COUNTRY-COLUMN': kind<{ period: string }>(
    'may-stay-unknown',
    'The numbers for the country of the incident cannot be given without that country.',
    p => `The columns for the country of the incident in ${p.period} are empty: the country is not known.`,
    () => 'Add event.country.',
  ),
  'COUNT-OF-UK': kind<{ period: string; from: string }>(
    'may-stay-unknown',
    'A number for the United Kingdom cannot be put into columns that part Great Britain and Northern Ireland.',
    p => `A column of ${p.period} is empty: a number is given for UK, and only a part of it belongs there.`,
    p => `Split the number for UK into GB and XI in ${p.from}.`,
  ),
  'NO-DENOMINATOR': kind<{ period: string; from: string }>(
    'recommended',
    'A period has no numbers of devices.',
    p =>
      `No devices are counted for ${p.period}, so the number of similar incidents has nothing to be set against.`,
    p => `Add the numbers of devices per country to ${p.from}.`,
  ),
  'NO-DEVICES-THERE': kind<{ period: string; country: string; from: string }>(
    'recommended',
    'No devices are counted in the country in which the incident happened.',
    p =>
      `The case counts no devices in ${p.country} for ${p.period}, though the incident happened there; 0 was written.`,
    p => `Add the number for ${p.country} to ${p.from}.`,
  ),
  'EXPLAIN-DATES': kind<{ incident: string; reportability: string }>(
    'recommended',
    'The two awareness dates differ and nothing explains it.',
    p =>
      `Awareness of the incident (${p.incident}) and of its reportability (${p.reportability}) differ; section 5 must explain why.`,
    () => 'Add assessment.judgedNotReportable with the day and the reason.',
  ),
  'CH-REP': kind<object>(
    'recommended',
    'A manufacturer from outside Switzerland has no CH-REP in the case.',
    () =>
      'The manufacturer is not in Switzerland and the case names no Swiss representative (CH-REP), who answers for the report there.',
    () => 'Add swissRepresentative.',
  ),
  ASKED: kind<{ label: string; askedOn: string; from: string }>(
    'may-stay-unknown',
    'Somebody was asked and has not answered yet; the field is empty.',
    p => `"${p.label}" was asked for on ${p.askedOn}; there is no answer yet.`,
    p => `Put the answer in ${p.from} when it comes, or "unknown" when it will not come.`,
  ),
  ROUNDED: kind<{ label: string; given: string; written: string }>(
    'recommended',
    'A number was rounded because the field takes whole numbers only.',
    p =>
      `${p.label}: ${p.given} was written as ${p.written}; this version of the form takes whole numbers only.`,
    () => 'Check that the rounded number does not mislead.',
  ),
  'TOO-SMALL': kind<{ label: string; given: string }>(
    'recommended',
    'A number below one half cannot be written in a field for whole numbers.',
    p => `${p.label}: ${p.given} was left out; as a whole number it would be 0.`,
    () => 'Say it in event.patient.priorConditions or event.description.',
  ),
  'OTHER-COUNTRY': kind<{ happenedIn: string; to: string }>(
    'recommended',
    'The report is addressed to another country than that of the incident.',
    p => `The incident happened in ${p.happenedIn}, but the report is addressed to the authority of ${p.to}.`,
    () => 'Section 1.1 asks for the authority of the country of the incident; check the addressee.',
  ),
  'SAME-DAY': kind<{ day: string }>(
    'recommended',
    'The awareness date of reportability was taken from the awareness date of the incident.',
    p =>
      `Awareness of reportability was set to ${p.day}, the day of awareness of the incident: the case records no first decision against reporting.`,
    () => 'Check it. If the incident was first judged not reportable, add assessment.judgedNotReportable.',
  ),
  COMPOSED: kind<object>(
    'recommended',
    'Section 5 begins with an explanation composed from the case.',
    () =>
      'The explanation of the two awareness dates in section 5 was composed from assessment.judgedNotReportable.',
    () => 'Read it before you send the report.',
  ),
  SEPARATOR: kind<{ label: string; from: string }>(
    'recommended',
    'A value holds the sign that parts values.',
    p => `${p.label}: one of the values holds a semicolon, which the form reads as the end of the value.`,
    p => `Take the semicolon out of ${p.from}, or make two values of it.`,
  ),
  'OTHER-DEVICES': kind<{ count: number }>(
    'recommended',
    'The case has several devices; each needs a report of its own.',
    p => `The case has ${p.count} devices, and one report concerns one device.`,
    () => 'Draft a report for each and add the references of the others to report.otherReports.',
  ),
  'SWISS-COUNTS': kind<object>(
    'recommended',
    'In the report to Swissmedic the regional column counts Switzerland too.',
    () =>
      'Incidents and devices in Switzerland are counted in the column "EEA, Türkiye, Northern Ireland" and in the world, as Swissmedic asks.',
    () => 'The report to an authority of the Union has other numbers there; do not copy them over.',
  ),
  'BRITISH-CLASS': kind<{ law: string }>(
    'recommended',
    'The class under British law was put into the list of a directive.',
    p =>
      `The device has the UKCA mark alone; its class under the UK Medical Devices Regulations 2002 was put into the list of ${p.law}.`,
    () => 'Check the class. If the device has a CE mark as well, add the regulation.',
  ),
  OVERLAP: kind<{ one: string; other: string }>(
    'recommended',
    'Periods overlap although the numbers of devices must be counted for each on its own.',
    p =>
      `${p.one} and ${p.other} overlap, but what the numbers of devices count may not add up over periods.`,
    () => 'Give periods that follow each other in similarIncidents.periods, or choose another denominator.',
  ),
})
