import m from '#messages/facts'
import { dayText } from '../time/format.js'
import { readFact } from './fact-value.js'
import { readMoment } from './moment.js'
import { meaningsOf, nameOf, optionName } from './names.js'
import { getAt, type Path } from './path.js'
import type { Field, Shape } from './shape.js'

/** One fact of a case as people read it. */
export interface FactRow {
  readonly path: Path
  /** The names on the way to it, without its subject. */
  readonly name: string
  readonly text: string
  readonly state: 'known' | 'unknown' | 'not-applicable' | 'asked'
  readonly askedOn: string | undefined
  readonly source: string | undefined
  readonly learnt: string | undefined
}

/** All that is said below a place of the case file; what nobody has said gives no row. */
export function rowsOf(
  field: Field,
  value: unknown,
  path: Path,
  names: readonly string[] = [],
): readonly FactRow[] {
  if (value === undefined) return []
  const { shape } = field
  const name = names.join(' › ')
  if (shape.kind === 'fact' || shape.kind === 'open') {
    const fact = readFact(value)
    if (fact.state === 'none') return []
    const about = { askedOn: fact.askedOn, source: fact.source, learnt: fact.learnt }
    if (fact.state !== 'known')
      return [{ path, name, text: m.states[fact.state], state: fact.state, ...about }]
    if (shape.value.kind === 'group' && shape.kind === 'open') {
      return rowsOf({ ...field, shape: shape.value }, fact.value, path, names)
    }
    return [
      { path, name, text: textOf(shape.value, fact.value, field.description), state: 'known', ...about },
    ]
  }
  if (shape.kind === 'group') {
    return shape.fields.flatMap(f =>
      rowsOf(f, getAt(value, [f.key]), [...path, f.key], [...names, nameOf(f.key)]),
    )
  }
  if (shape.kind === 'list' && shape.of.kind === 'group') {
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    return items.flatMap((item, i) =>
      rowsOf(
        { ...field, shape: shape.of },
        item,
        [...path, i],
        items.length > 1 ? [...names, String(i + 1)] : names,
      ),
    )
  }
  const none = { askedOn: undefined, source: undefined, learnt: undefined }
  return [{ path, name, text: textOf(shape, value, field.description), state: 'known', ...none }]
}

/** A value as text: days with weekday, choices by their meaning, yes and no. */
export function textOf(shape: Shape, value: unknown, description?: string): string {
  switch (shape.kind) {
    case 'yes-no':
      return value === true || value === 'yes' ? m.yes : m.no
    case 'day':
      return dayText(String(value))
    case 'moment':
      return momentText(String(value))
    case 'choice':
      return meaningsOf(description, shape.options).meanings.get(String(value)) ?? optionName(String(value))
    case 'list': {
      const items: readonly unknown[] = Array.isArray(value) ? value : [value]
      return items
        .map(item => textOf(shape.of, item, description))
        .join(shape.of.kind === 'choice' ? ' ' : ', ')
    }
    case 'group':
      return shape.fields
        .filter(f => getAt(value, [f.key]) !== undefined)
        .map(f => `${textOf(f.shape, getAt(value, [f.key]))} ${nameOf(f.key).toLowerCase()}`)
        .join(', ')
    case 'map':
      return typeof value === 'object' && value !== null
        ? Object.entries(value)
            .map(([key, inner]) => `${key}: ${textOf(shape.of, inner)}`)
            .join('; ')
        : ''
    case 'fact':
    case 'open':
      return textOf(shape.value, readFact(value).value, description)
    default:
      return String(value)
  }
}

/** A moment on the clock it was read on: day with weekday, time and zone where they are known. */
export function momentText(text: string): string {
  const parts = readMoment(text)
  if (parts === undefined) return text
  return [dayText(parts.day), parts.time.slice(0, 5), parts.place].filter(t => t !== '').join(' ')
}
