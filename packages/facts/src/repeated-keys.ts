/** A name that stands twice in the same object, and the line of the second. */
export interface RepeatedKey {
  readonly key: string
  readonly line: number
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|\n/g

/**
 * The names that an object of a JSON text holds twice. The platform's reader keeps the last one without a word, so a
 * fact could vanish. The text must be JSON already.
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = []
  const open: (Set<string> | undefined)[] = []
  let line = 1
  let last = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') line++
    else if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const keys = open.at(-1)
      if (keys?.has(last)) found.push({ key: String(JSON.parse(last)), line })
      keys?.add(last)
    } else if (token !== ',') last = token
  }
  return found
}
