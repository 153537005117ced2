/**
 * What was asked cannot be done: a file that cannot be read, an argument that makes no sense.
 * The message is one or more plain sentences for the user; the command ends with exit code 2.
 */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}
