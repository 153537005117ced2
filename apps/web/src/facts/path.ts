export type Path = readonly (string | number)[]

/** `devices[0].markets`, as findings write it. */
export const pathText = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${step}`)).join('')

export function getAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, step) => {
    if (typeof here !== 'object' || here === null) return undefined
    return Object.entries(here).find(([key]) => key === String(step))?.[1]
  }, value)
}

/**
 * The value with something else at a path, the rest untouched. `undefined` takes the entry away, and with it the groups
 * that it leaves empty; an item of a list stays, though empty, until somebody removes it.
 */
export function setAt(value: unknown, path: Path, to: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return to
  if (typeof step === 'number') {
    const list: readonly unknown[] = Array.isArray(value) ? value : []
    const inner = setAt(list[step], rest, to)
    if (inner === undefined && rest.length === 0) return list.filter((_, i) => i !== step)
    const next = [...list]
    next[step] = inner ?? {}
    return next
  }
  const object: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {}
  const inner = setAt(object[step], rest, to)
  if (inner !== undefined) return { ...object, [step]: inner }
  const { [step]: _, ...others } = object
  return Object.keys(others).length === 0 ? undefined : others
}

/** Reads `devices[0].markets`. */
export const pathOf = (text: string): Path =>
  text
    .split(/[.[\]]+/)
    .filter(step => step !== '')
    .map(step => (/^\d+$/.test(step) ? Number(step) : step))
