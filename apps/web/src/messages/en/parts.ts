import { plural } from '../plural.js'

/** Texts of the parts that pages are made of. */
const parts = {
  table: {
    next: 'Next page',
    first: 'First page',
    paging: 'Pages',
    exportCsv: 'Export CSV',
    exportJson: 'Export JSON',
    exporting: 'Preparing the export …',
    exported: (n: number) => plural(n, { one: '# row exported.', other: '# rows exported.' }),
    rows: (n: number) => plural(n, { one: '# row', other: '# rows' }),
    more: 'More about the row',
  },
  field: {
    optional: 'optional',
    counter: (used: number, most: number) =>
      `${used.toLocaleString('en')} of ${most.toLocaleString('en')} characters`,
    tooLong: (over: number) => plural(over, { one: '# character too many', other: '# characters too many' }),
  },
  problem: {
    findings: (n: number) => plural(n, { one: '# thing to correct', other: '# things to correct' }),
    blocks: 'Blocks',
    mayStayUnknown: 'May stay unknown',
    recommended: 'Recommended',
  },
  clock: {
    overdue: (days: number) => plural(days, { one: 'Overdue by # day', other: 'Overdue by # days' }),
    today: 'Ends today',
    left: (days: number) => plural(days, { one: '# day left', other: '# days left' }),
    noDate: 'No date yet',
    undetermined: 'Undetermined',
    sent: 'Sent with proof',
    notDue: 'Not due',
    due: 'Due',
    superseded: 'Superseded',
  },
  conflict: {
    title: 'Somebody else changed this meanwhile',
    nothingLost:
      'Nothing was overwritten and nothing you typed is lost. Choose, field by field, what is to be kept.',
    by: (name: string, when: string) => `${name}, ${when}`,
    somebody: 'Somebody',
    field: 'Field',
    was: 'Before',
    theirs: 'Theirs',
    mine: 'Yours',
    keep: 'Keep',
    keepTheirs: 'Theirs',
    keepMine: 'Yours',
    both: 'changed on both sides',
    onlyTheirs: 'What they changed and you did not is kept.',
    take: 'Take this over',
    empty: 'empty',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    off: 'Shortcuts with single keys are switched off in the settings.',
    key: 'Keys',
    does: 'What they do',
    goTo: (page: string) => `Go to: ${page}`,
    search: 'Search',
    list: 'This list',
    andThen: 'then',
  },
}
export default parts
