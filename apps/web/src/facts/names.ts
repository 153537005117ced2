import m from '#messages/facts'

/** How a field of the case file is called: its name in words, unless the catalogue has a better one. */
export function nameOf(key: string): string {
  const known = m.names[key]
  if (known !== undefined) return known
  const words = key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A word of a choice as people read it: `serious-deterioration` is `serious deterioration`. */
export const optionName = (option: string): string => option.replaceAll('-', ' ')

/**
 * The meaning of each option, where the description of the field gives it as `option: What it means.`, and the rest of
 * the description.
 */
export function meaningsOf(
  description: string | undefined,
  options: readonly string[],
): { readonly help: string | undefined; readonly meanings: ReadonlyMap<string, string> } {
  const meanings = new Map<string, string>()
  if (description === undefined) return { help: undefined, meanings }
  const starts = options
    .map(option => ({ option, at: description.search(new RegExp(`(^|\\s)${option}: `)) }))
    .filter(s => s.at >= 0)
    .sort((a, b) => a.at - b.at)
  starts.forEach(({ option, at }, i) => {
    const text = description.slice(at, starts[i + 1]?.at).trim()
    meanings.set(option, text.slice(option.length + 2))
  })
  const help = description.slice(0, starts[0]?.at).trim()
  return { help: help === '' ? undefined : help, meanings }
}
