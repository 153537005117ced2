import type { Law } from '@vigie/law'
import type { Context } from './context.js'
import { readText } from './io/read.js'
import { refuse } from './refuse.js'
import { WrongUse } from './wrong-use.js'

const MOST_BYTES = 20 * 1_048_576

/** The words of the option that names another law pack. */
export const LAW_OPTION = [
  '--law <pack>',
  'use the law pack in this JSON file instead of the built-in one',
] as const

/**
 * The law to apply: the built-in pack, or the one in a file. Undefined when the file is not a law pack; the reasons
 * have then been told and the command ends with exit code 2.
 */
export async function loadLaw(
  context: Context,
  file: string | undefined,
  json: boolean,
): Promise<Law | undefined> {
  const { parsePack, readyLaw, shippedLaw } = await import('@vigie/law')
  if (file === undefined) return shippedLaw()
  const parsed = parsePack(jsonIn(await readText(context.io, file, MOST_BYTES), file))
  if (parsed.ok) return readyLaw(parsed.pack)
  await refuse(context, file, 'is not a law pack', parsed.findings, json)
  return undefined
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const fault = error instanceof Error ? error.message : 'unreadable'
    throw new WrongUse(`${file} is not a JSON document: ${fault}.`)
  }
}
