import type { AiRow } from './application-identifiers.js'
import { AI_ROWS } from './application-identifiers.js'

/** One component of the value of an application identifier. */
export interface Component {
  readonly type: 'N' | 'X' | 'Y' | 'Z'
  readonly min: number
  readonly max: number
  readonly optional: boolean
  readonly checks: readonly string[]
}

/** One application identifier, ready for use. */
export interface Ai {
  readonly ai: string
  readonly row: AiRow
  readonly components: readonly Component[]
  readonly min: number
  readonly max: number
  /** Length of the value where the first two digits of the AI fix it, so that no separator is needed. */
  readonly predefined: number | undefined
  /** `(17) expiry date`, for sentences. */
  readonly name: string
}

/** GS1 General Specifications, section 7.8.5: first two digits of an AI -> length of AI and value together. */
const PREDEFINED: ReadonlyMap<string, number> = new Map(
  [
    '00:20 01:16 02:16 03:16 04:18 20:4 41:16',
    '11:8 12:8 13:8 14:8 15:8 16:8 17:8 18:8 19:8',
    '31:10 32:10 33:10 34:10 35:10 36:10',
  ]
    .flatMap(line => line.split(' '))
    .map(entry => [entry.slice(0, 2), Number(entry.slice(3))]),
)

function component(text: string): Component {
  const m = /^([NXYZ])(\.\.)?(\d+)(\?)?(?:\.(.+))?$/.exec(text)
  if (!m) throw new Error(`application identifier table: not a component: ${text}`)
  const max = Number(m[3])
  return {
    type: m[1] === 'N' || m[1] === 'Y' || m[1] === 'Z' ? m[1] : 'X',
    min: m[2] === undefined ? max : 1,
    max,
    optional: m[4] !== undefined,
    checks: m[5]?.split('.') ?? [],
  }
}

function expand(row: AiRow): Ai[] {
  const [first = '', last = first] = row.ais.split('-')
  const components = row.format.split(' ').map(component)
  const min = components.reduce((sum, c) => sum + (c.optional ? 0 : c.min), 0)
  const max = components.reduce((sum, c) => sum + c.max, 0)
  const found: Ai[] = []
  for (let n = Number(first); n <= Number(last); n++) {
    const ai = String(n).padStart(first.length, '0')
    const whole = PREDEFINED.get(ai.slice(0, 2))
    const predefined = whole === undefined ? undefined : whole - ai.length
    found.push({ ai, row, components, min, max, predefined, name: `(${ai}) ${row.title}` })
  }
  return found
}

/** All application identifiers by their digits. */
export const AIS: ReadonlyMap<string, Ai> = new Map(AI_ROWS.flatMap(expand).map(a => [a.ai, a]))

/** The application identifier that begins at a place of a text. No AI is the beginning of another. */
export function aiAt(text: string, at: number): Ai | undefined {
  for (let n = 2; n <= 4; n++) {
    const found = AIS.get(text.slice(at, at + n))
    if (found) return found
  }
  return undefined
}
