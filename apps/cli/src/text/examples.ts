import type { Command } from 'commander'
import { lengthOf, pad } from './wrap.js'

/** Adds examples to the help of a command: what to type, and what it does. */
export function examples(command: Command, list: readonly (readonly [string, string])[]): Command {
  const longest = Math.max(...list.map(([typed, about]) => (fits(typed, about) ? lengthOf(typed) : 0)))
  const lines = list.flatMap(([typed, about]) =>
    fits(typed, about) ? [`  ${pad(typed, longest)}  ${about}`] : [`  ${typed}`, `      ${about}`],
  )
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

const fits = (typed: string, about: string) => typed.length <= 50 && about.length <= 48
