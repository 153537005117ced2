import { defineCatalogue, kind } from '@vigie/kernel'

/** Faults and contradictions of a case file. */
export const caseFindings = defineCatalogue('CASE', {
  JSON: kind<{ fault: string; at: string }>(
    'blocks',
    'The file is not JSON.',
    p => `This is not a JSON document: ${p.fault}.`,
    p => `Mend the text at ${p.at}, or export the case again.`,
  ),
  SHAPE: kind<{ fault: string }>(
    'blocks',
    'A value does not fit the case schema.',
    p => `${p.fault}.`,
    () => 'Correct the value. "vigie schema case" prints what is allowed at each place.',
  ),
  MISSING: kind<{ name: string }>(
    'blocks',
    'A value that every case needs is missing.',
    p => `"${p.name}" is missing.`,
    p => `Add "${p.name}". "vigie schema case" prints what is allowed there.`,
  ),
  'UNKNOWN-KEY': kind<{ key: string; nearest: string | undefined }>(
    'blocks',
    'A name that the case schema does not know; nothing is ignored silently.',
    p => `"${p.key}" is not a name the case schema knows here.`,
    p =>
      p.nearest === undefined
        ? `Remove "${p.key}" or move it to where it belongs.`
        : `Did you mean "${p.nearest}"?`,
  ),
  'REPEATED-KEY': kind<{ key: string }>(
    'blocks',
    'A name stands twice in one object; only the last would be read.',
    p => `"${p.key}" stands twice here.`,
    () => 'Remove one of the two, or join them.',
  ),
  FUTURE: kind<{ what: string; day: string; today: string }>(
    'blocks',
    'Something already known is dated in the future.',
    p => `${p.what} is dated ${p.day}, after ${p.today}.`,
    () => 'Correct the date, or assess the case for a later day with --at.',
  ),
  ORDER: kind<{ earlier: string; earlierDay: string; later: string; laterDay: string }>(
    'blocks',
    'Two dates are in an order that cannot be.',
    p => `${p.later} (${p.laterDay}) comes before ${p.earlier} (${p.earlierDay}).`,
    () => 'Correct one of the two dates.',
  ),
  CONTRADICTION: kind<{ one: string; other: string; used: string }>(
    'recommended',
    'Two facts contradict each other; the stricter reading is used.',
    p => `${p.one}, but ${p.other}.`,
    p => `Correct one of the two. Until then ${p.used}.`,
  ),
  'CLASS-MISMATCH': kind<{ riskClass: string; regulation: string; allowed: string }>(
    'blocks',
    'The risk class does not exist in the regulation.',
    p => `${p.regulation} has no class "${p.riskClass}".`,
    p => `Use one of ${p.allowed}, or correct the regulation.`,
  ),
  'ZONE-MISSING': kind<{ written: string }>(
    'recommended',
    'An instant in UTC: the local date of the person who learnt it may differ.',
    p => `${p.written} does not say where the person was; the UTC date is used as day 0.`,
    () => 'Write the zone, e.g. 2026-11-23T23:30[Europe/Berlin].',
  ),
})
