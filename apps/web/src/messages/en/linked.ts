import { plural } from '../plural.js'

/** Texts of what hangs on a case: reports, signals, devices, files. */
const linked = {
  reports: {
    title: 'Reports',
    caption: 'Chains of reports of this case',
    report: 'Report',
    authority: 'Authority',
    device: 'Device',
    state: 'State',
    states: { open: 'Open', final: 'Final report issued', withdrawn: 'Withdrawn' },
    issued: (n: number) => plural(n, { one: '# issued', other: '# issued' }),
    drafts: (n: number) => plural(n, { one: '# draft', other: '# drafts' }),
    number: 'Number of the authority',
    promised: 'Next report promised for',
    empty: 'No report was begun yet. Begin one at the authority it is for, under Duties.',
  },
  signals: {
    title: 'Signals',
    caption: 'Signals this case is about',
    reference: 'Reference',
    subject: 'Subject',
    kind: 'Kind',
    received: 'Received',
    source: 'Source',
    noSubject: 'Without a subject',
    empty: 'No signal is linked. A complaint or e-mail that comes in is linked from the inbox.',
  },
  devices: {
    title: 'Devices',
    caption: 'Registered devices this case is about',
    name: 'Device',
    lot: 'Lot',
    serial: 'Serial number',
    version: 'Software version',
    empty: 'No registered device is linked. The devices named in the facts stand there.',
  },
  files: {
    title: 'Files',
    caption: 'Files kept with this case',
    name: 'File',
    kind: 'Kind',
    size: 'Size',
    hash: 'SHA-256',
    bytes: (n: number) => `${n.toLocaleString('en')} bytes`,
    empty: 'No file is kept with this case.',
  },
  begin: 'Begin the report',
  beginning: 'Beginning …',
  open: 'Open the report',
  chain: 'Report',
}
export default linked
