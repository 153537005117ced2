/** One fact as it stands in a case file, whichever way it was written. */
export interface FactValue {
  /** `none`: nobody has said anything yet. */
  readonly state: 'none' | 'known' | 'unknown' | 'not-applicable' | 'asked'
  readonly value?: unknown
  readonly askedOn?: string | undefined
  readonly source?: string | undefined
  readonly learnt?: string | undefined
}

const textOf = (object: object, key: string): string | undefined => {
  const value: unknown = Object.entries(object).find(([k]) => k === key)?.[1]
  return typeof value === 'string' ? value : undefined
}

/** Reads a fact: the bare value, a word for none, or an object with its source. */
export function readFact(written: unknown): FactValue {
  if (written === undefined) return { state: 'none' }
  if (written === null || written === 'unknown') return { state: 'unknown' }
  if (written === 'not-applicable') return { state: 'not-applicable' }
  if (typeof written !== 'object' || Array.isArray(written)) return { state: 'known', value: written }
  const about = { source: textOf(written, 'source'), learnt: textOf(written, 'learnt') }
  const state = textOf(written, 'state')
  if (state === 'unknown' || state === 'not-applicable') return { state, ...about }
  if (state === 'asked') return { state, askedOn: textOf(written, 'askedOn'), ...about }
  if ('value' in written) return { state: 'known', value: written.value, ...about }
  return { state: 'known', value: written }
}

/** Writes a fact the shortest way: bare where it has no source. */
export function writeFact(fact: FactValue): unknown {
  const source = blank(fact.source)
  const learnt = blank(fact.learnt)
  const about = { ...(source === undefined ? {} : { source }), ...(learnt === undefined ? {} : { learnt }) }
  const bare = source === undefined && learnt === undefined
  switch (fact.state) {
    case 'none':
      return undefined
    case 'known':
      if (fact.value === undefined) return undefined
      return bare ? fact.value : { value: fact.value, ...about }
    case 'asked':
      return { state: 'asked', askedOn: fact.askedOn ?? '', ...about }
    default:
      return bare ? fact.state : { state: fact.state, ...about }
  }
}

const blank = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text)
