/** Texts of the frame around every page. */
const app = {
  name: 'Vigie',
  loading: 'Loading …',
  skip: 'Skip to the content',
  navigation: 'Main',
  searchLabel: 'Search cases',
  searchHint: 'Reference or title',
  searchButton: 'Search',
  room: 'Room',
  allRooms: (name: string) => `${name}, with all mandates`,
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}`,
  shortcutsButton: 'Keyboard shortcuts',
  tryAgain: 'Try again',
  reload: 'Load the page again',
  close: 'Close',
  cancel: 'Cancel',
  requestId: (id: string) => `Request ${id}`,
  broken: 'This page met a fault of the program.',
  brokenMend:
    'Load it again. What was saved is safe. If it happens again, tell whoever runs the desk what you did.',
  notFound: 'There is no such page',
  notFoundMend: 'Check the address, or begin from the board.',
  toBoard: 'To the board',
  title: (page: string) => `${page} · Vigie`,
  nav: {
    board: 'Board',
    cases: 'Cases',
    settings: 'Settings',
  },
}
export default app
