import m from '#messages/facts'
import { Field as FieldBox } from '../../parts/field.js'
import { meaningsOf, nameOf } from '../names.js'
import { getAt, type Path, pathText } from '../path.js'
import type { Field, Shape } from '../shape.js'
import { useEditing } from './edit-context.js'
import { FactEditor } from './fact-editor.js'
import { GroupBox } from './group-editor.js'
import { GroupList } from './group-list.js'
import { MapEditor } from './map-editor.js'
import { OpenEditor } from './open-editor.js'
import { ValueControl } from './value-control.js'

interface Props {
  readonly field: Field
  /** The path of the value itself. */
  readonly path: Path
}

/** The editor of one field of the case file, by its shape. */
export function FieldEditor({ field, path }: Props) {
  const { shape } = field
  if (shape.kind === 'fact') return <FactEditor field={field} value={shape.value} path={path} />
  if (shape.kind === 'open') return <OpenEditor field={field} value={shape.value} path={path} />
  if (shape.kind === 'map') return <MapEditor field={field} of={shape.of} path={path} />
  if (shape.kind === 'group') {
    return <GroupBox name={nameOf(field.key)} help={field.description} fields={shape.fields} path={path} />
  }
  if (shape.kind === 'list' && shape.of.kind === 'group') {
    return <GroupList field={field} fields={shape.of.fields} path={path} />
  }
  return <PlainEditor field={field} path={path} />
}

function PlainEditor({ field, path }: Props) {
  const { file, set, error } = useEditing()
  const value = getAt(file, path)
  const name = nameOf(field.key)
  return (
    <FieldBox
      path={pathText(['file', ...path])}
      label={name}
      help={helpOf(field.shape, field.description)}
      error={error(path)}
      length={lengthOf(field.shape, value)}
      optional={!field.required}
    >
      {control => (
        <ValueControl
          shape={field.shape}
          control={control}
          name={name}
          description={field.description}
          value={value}
          onChange={to => set(path, to)}
        />
      )}
    </FieldBox>
  )
}

/** The help of a field: what the schema says of it, without the meanings that stand beside the options. */
export function helpOf(shape: Shape, description: string | undefined): string | undefined {
  const inner = shape.kind === 'list' ? shape.of : shape
  const { help } = meaningsOf(description, inner.kind === 'choice' ? inner.options : [])
  const how =
    shape.kind === 'list' && inner.kind === 'country'
      ? m.countriesHelp
      : shape.kind === 'list' && inner.kind === 'text'
        ? m.linesHelp
        : shape.kind === 'country' && description === undefined
          ? m.countryHelp
          : undefined
  const texts = [help, how].filter(t => t !== undefined)
  return texts.length === 0 ? undefined : texts.join(' ')
}

/** From here on a counter is worth its place. */
const COUNTED = 1000

export function lengthOf(shape: Shape, value: unknown) {
  if (shape.kind !== 'text' || (shape.most ?? 0) < COUNTED || shape.most === undefined) return undefined
  return { used: typeof value === 'string' ? value.length : 0, most: shape.most }
}
