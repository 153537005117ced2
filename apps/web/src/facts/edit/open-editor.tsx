import m from '#messages/facts'
import { Field as FieldBox } from '../../parts/field.js'
import { nameOf } from '../names.js'
import { getAt, type Path, pathText } from '../path.js'
import type { Field, Shape } from '../shape.js'
import { useEditing } from './edit-context.js'
import { helpOf } from './field-editor.js'
import { GroupBox } from './group-editor.js'
import { ValueControl } from './value-control.js'

interface Props {
  readonly field: Field
  readonly value: Shape
  readonly path: Path
}

/** A value that may be said to be not known. */
export function OpenEditor({ field, value: shape, path }: Props) {
  const { file, set, error } = useEditing()
  const written = getAt(file, path)
  const name = nameOf(field.key)
  const isUnknown = written === null || written === 'unknown'
  const notKnown = (
    <label className="check">
      <input
        type="checkbox"
        checked={isUnknown}
        onChange={e => set(path, e.target.checked ? 'unknown' : undefined)}
      />
      <span>
        {m.notKnown}
        <span className="unseen">: {name}</span>
      </span>
    </label>
  )
  if (shape.kind === 'group') {
    return (
      <GroupBox name={name} help={field.description} fields={isUnknown ? [] : shape.fields} path={path}>
        {(written === undefined || isUnknown) && notKnown}
      </GroupBox>
    )
  }
  return (
    <FieldBox
      path={pathText(['file', ...path])}
      label={name}
      help={helpOf(shape, field.description)}
      error={error(path)}
      optional={!field.required}
    >
      {control => (
        <span className="fact-line">
          {isUnknown ? (
            <input {...control} readOnly value={m.notKnown} className="stated" />
          ) : (
            <ValueControl
              shape={shape}
              control={control}
              name={name}
              description={field.description}
              value={written}
              onChange={to => set(path, to)}
            />
          )}
          {notKnown}
        </span>
      )}
    </FieldBox>
  )
}
