import { defineCatalogue, kind } from '@vigie/kernel'

const put = (what: string) => () => what

/** What can be wrong in a trend plan or in the series it is run on. */
export const trendFindings = defineCatalogue('TREND', {
  SHAPE: kind<{ what: string; wanted: string }>(
    'blocks',
    'A value is missing or of the wrong kind.',
    p => `${p.what} is missing or not ${p.wanted}.`,
    p => `Give ${p.wanted}.`,
  ),
  RANGE: kind<{ what: string; value: number; wanted: string }>(
    'blocks',
    'A number lies outside what makes sense.',
    p => `${p.what} is ${p.value}, which is not ${p.wanted}.`,
    p => `Give a number that is ${p.wanted}.`,
  ),
  'UNKNOWN-KEY': kind<{ key: string }>(
    'blocks',
    'A name in the file is not known.',
    p => `"${p.key}" is not a name that is read here.`,
    put('Correct the name or take it out; nothing is left unread.'),
  ),
  'PERIOD-ORDER': kind<{ from: string; to: string }>(
    'blocks',
    'A period ends before it begins.',
    p => `The period from ${p.from} ends on ${p.to}, before it begins.`,
    put('Correct one of the two days.'),
  ),
  'PERIOD-OVERLAP': kind<{ from: string; before: string }>(
    'blocks',
    'Two periods overlap.',
    p => `The period from ${p.from} begins before the one before it has ended (${p.before}).`,
    put('Let every period begin on the day after the last one ends; days counted twice count events twice.'),
  ),
  'PERIOD-GAP': kind<{ from: string; before: string }>(
    'blocks',
    'A period is missing.',
    p => `Nothing is said of the days between ${p.before} and ${p.from}.`,
    put('Add the missing period, with zero events if there were none. A hole is never filled by guessing.'),
  ),
  'PERIOD-LENGTH': kind<{ from: string; to: string; period: string }>(
    'blocks',
    'A period is not as long as the plan says.',
    p => `The period from ${p.from} to ${p.to} is not one ${p.period}, as the plan says.`,
    p => `Count by ${p.period}, or change the plan in a new revision.`,
  ),
  'ZONE-MIXED': kind<{ zones: string }>(
    'blocks',
    'The periods are written in different time zones.',
    p => `The periods are written in different time zones (${p.zones}).`,
    put(
      'Write all of them as days, or all in one zone: an event near midnight would fall into two periods or none.',
    ),
  ),
  COUNT: kind<{ value: number; why: string }>(
    'blocks',
    'A count of events is negative or not whole.',
    p => `The count of events is ${p.value}, which is ${p.why}.`,
    put('Give the number of events as a whole number, zero or more.'),
  ),
  EXPOSURE: kind<{ value: number }>(
    'blocks',
    'An exposure is negative.',
    p => `The exposure is ${p.value}, which is negative.`,
    put(
      'Give units after returns, zero or more. Enter returns as rows of their own where they exceed sales.',
    ),
  ),
  'EXPOSURE-ZERO': kind<{ events: number; from: string }>(
    'blocks',
    'Events were counted in a period without exposure.',
    p =>
      `The period from ${p.from} has ${p.events} event${p.events === 1 ? '' : 's'} but an exposure of zero.`,
    put('Give the devices in use or sold in that period: there is no rate without a denominator.'),
  ),
  'PERIOD-IDLE': kind<{ from: string }>(
    'recommended',
    'A period has neither events nor exposure and is not tested.',
    p => `The period from ${p.from} has no exposure and no events; it is not tested.`,
    put('Check that nothing was sold or used then.'),
  ),
  'WITHOUT-SALES': kind<{ device: string }>(
    'blocks',
    'The device has no exposure in any period.',
    p => `${p.device} has no sales or use in any period, so no rate can be computed.`,
    put('Import its sales or usage, or count rare events by the time between them (method t).'),
  ),
  'MORE-EVENTS': kind<{ events: number; exposure: number; method: string }>(
    'blocks',
    'More events than units, on a chart of shares.',
    p => `${p.events} events in ${p.exposure} units cannot be a share (method ${p.method}).`,
    put('Use method u where a unit can have several events, or count units with an event.'),
  ),
  'ID-TWICE': kind<{ id: string; first: string }>(
    'blocks',
    'An event is counted twice.',
    p => `${p.id} is counted here and in ${p.first}.`,
    put('Count every event in one period only.'),
  ),
  'IDS-COUNT': kind<{ events: number; ids: number }>(
    'blocks',
    'The number of events is not the number of their ids.',
    p => `${p.events} events are counted, but ${p.ids} ids are given.`,
    put('Give one id for each event, or none at all.'),
  ),
  'NO-BASELINE': kind<{ why: string }>(
    'blocks',
    'The baseline of the plan cannot be taken from the series.',
    p => `The baseline cannot be taken: ${p.why}.`,
    put(
      'Give the series from the first day of the baseline on, or state the rate with its source in the plan.',
    ),
  ),
  'BASELINE-SHORT': kind<{ periods: number; events: number }>(
    'recommended',
    'The baseline rests on few periods or events.',
    p => `The baseline rests on ${p.periods} periods with ${p.events} events; its limits are uncertain.`,
    put('Look at the preview of false alarms, or use an exact method (sprt, maxsprt).'),
  ),
  'NOT-RUN': kind<{ method: string; why: string }>(
    'recommended',
    'A chart of the plan could not be drawn.',
    p => `The chart ${p.method} was not drawn: ${p.why}.`,
    put('Choose another method in a new revision of the plan, or give what is missing.'),
  ),
  'PLAN-LATE': kind<{ effective: string; from: string }>(
    'recommended',
    'The plan came into force after the data it judges.',
    p => `This revision holds from ${p.effective}, but periods from ${p.from} on are judged by it.`,
    put('Say so in the report: a threshold set after the data are seen proves little.'),
  ),
})
