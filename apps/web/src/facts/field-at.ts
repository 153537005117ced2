import type { Path } from './path.js'
import type { Field, Shape } from './shape.js'

/** The field of the case file at a path; undefined where the path leads to none. */
export function fieldAt(fields: readonly Field[], path: Path): Field | undefined {
  const [step, ...rest] = path
  const field = fields.find(f => f.key === step)
  if (field === undefined) return undefined
  const inner = rest.filter(s => typeof s !== 'number')
  if (inner.length === 0) return field
  const group = groupIn(field.shape)
  return group === undefined ? undefined : fieldAt(group, inner)
}

function groupIn(shape: Shape): readonly Field[] | undefined {
  if (shape.kind === 'group') return shape.fields
  if (shape.kind === 'list') return groupIn(shape.of)
  if (shape.kind === 'open' || shape.kind === 'fact') return groupIn(shape.value)
  return undefined
}
