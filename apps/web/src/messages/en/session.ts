/** Texts of the first start, of sign-in and of the session's end. */
const session = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    button: 'Sign in',
    signingIn: 'Signing in …',
  },
  expired: {
    title: 'Your session has ended',
    text: 'Sign in again to go on. What you typed is still on the page behind this window.',
    button: 'Sign in and go on',
  },
  setup: {
    title: 'Set up the desk',
    lead: 'This desk is new. Make the first administrator; everybody else is invited from within.',
    code: 'Code from the terminal',
    codeHelp: 'The server printed it when it started.',
    organisation: 'Name of your organisation',
    kind: 'What it is',
    kinds: {
      manufacturer: 'Manufacturer',
      representative: 'Authorised representative, UK responsible person or Swiss representative',
      other: 'Another: importer, distributor, consultant',
    },
    name: 'Your name',
    email: 'Your e-mail address',
    zone: 'Your time zone',
    zoneHelp: 'Days of law are counted on this clock, for example Europe/Berlin.',
    password: 'Password',
    passwordHelp: 'At least 12 characters; four words are easy to keep in mind.',
    button: 'Make the administrator',
    making: 'Making …',
    elsewhere: 'This desk has no administrator yet.',
    elsewhereMend: 'The first one is made on the machine the desk runs on, with the code from its terminal.',
  },
}
export default session
