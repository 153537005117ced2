import type { Story } from './case-file.js'
import { MAKER } from './people.js'

const PUMP = 'FlowGuard VP3'
const SYRINGE = 'FlowGuard SP1'
const own = { manufacturer: MAKER.name, country: 'DE' } as const

/** The cases of the manufacturer, at every stage: undetermined, far, near, today, overdue, sent, acknowledged, closed. */
export const STORIES: readonly (Story & { readonly end?: 'closed' })[] = [
  {
    ...own,
    reference: 'NL-0417',
    title: 'Free flow of noradrenaline, patient died',
    device: PUMP,
    outcomes: ['death'],
    causality: 'possible',
    learnt: 5,
    text: 'The pump delivered 40 ml within two minutes although 4 ml/h was set. No alarm sounded.',
  },
  {
    ...own,
    reference: 'NL-0418',
    title: 'Alarm silent during occlusion',
    device: PUMP,
    outcomes: ['hospitalisation'],
    causality: 'suspected',
    learnt: 14,
    text: 'The line was clamped for an hour; the occlusion alarm did not sound. The patient was moved to intensive care.',
  },
  {
    ...own,
    reference: 'NL-0412',
    title: 'Overdose after restart',
    device: SYRINGE,
    outcomes: ['intervention'],
    causality: 'established',
    learnt: 19,
    text: 'After a restart the pump went on with ten times the rate. The report has not been sent yet.',
  },
  {
    ...own,
    reference: 'NL-0419',
    title: 'Smoke from the power supply',
    device: PUMP,
    outcomes: 'unknown',
    learnt: 2,
    text: 'A ward reports smoke. Whether anybody was harmed has been asked.',
  },
  {
    ...own,
    reference: 'NL-0420',
    title: 'Wrong language after update',
    device: PUMP,
    outcomes: ['no-harm'],
    couldHaveLedTo: 'nothing-serious',
    causality: 'excluded',
    learnt: 6,
    text: 'Menus appeared in another language after the update. Nobody was harmed and nobody could have been.',
  },
  {
    ...own,
    reference: 'NL-0421',
    title: 'Battery empty without warning on several wards',
    device: SYRINGE,
    outcomes: ['intervention'],
    causality: 'possible',
    publicHealthThreat: 'yes',
    learnt: 1,
    text: 'Three hospitals report the same within two days. A threat to public health is possible.',
  },
  {
    ...own,
    reference: 'NL-0403',
    title: 'Air in the line not detected',
    device: PUMP,
    outcomes: ['death'],
    causality: 'possible',
    learnt: 16,
    text: 'Reported by mail; the authority has not confirmed it.',
    sent: [{ to: 'DE', ago: 8 }],
  },
  {
    ...own,
    reference: 'NL-0398',
    title: 'Door opened under pressure',
    device: PUMP,
    outcomes: ['temporary-impairment'],
    causality: 'established',
    learnt: 24,
    text: 'Reported and acknowledged by the authority.',
    sent: [{ to: 'DE', ago: 15, proof: 'BfArM 2026/11873, acknowledged' }],
  },
  {
    ...own,
    reference: 'NL-0377',
    title: 'Cracked housing after a fall',
    device: SYRINGE,
    outcomes: ['no-harm'],
    couldHaveLedTo: 'nothing-serious',
    causality: 'excluded',
    learnt: 70,
    text: 'Closed: the pump had fallen from a bed; nothing was wrong with it.',
    end: 'closed',
  },
  {
    ...own,
    reference: 'NL-0422',
    title: 'Dose limit could be passed',
    device: PUMP,
    country: 'CH',
    outcomes: ['no-harm'],
    couldHaveLedTo: 'serious-deterioration',
    causality: 'established',
    learnt: 3,
    text: 'A nurse noticed in time that the hard limit of the drug library was not kept.',
  },
  {
    ...own,
    reference: 'NL-0423',
    title: 'Touch screen froze during titration',
    device: SYRINGE,
    country: 'GB',
    outcomes: ['intervention'],
    causality: 'suspected',
    learnt: 4,
    text: 'The screen did not react for nine minutes; the rate was changed by hand on another pump.',
  },
]

/** One case for some of the represented manufacturers, by the number of the manufacturer. */
export function storyOfRepresented(name: string, n: number): Story {
  return {
    manufacturer: name,
    reference: `R-${String(n + 1).padStart(2, '0')}`,
    title:
      ['Fracture of an implant', 'Image of another patient shown', 'Leak at a connector'][n % 3] ??
      'Incident',
    device: `${name.split(' ')[0]} One`,
    country: ['FR', 'DE', 'NL', 'IE'][n % 4] ?? 'DE',
    outcomes: [['intervention'], ['death'], ['no-harm']][n % 3] ?? ['intervention'],
    ...(n % 3 === 2 ? { couldHaveLedTo: 'serious-deterioration' } : {}),
    causality: 'possible',
    learnt: 2 + n,
    text: 'Invented for the demo.',
  }
}
