import { useState } from 'react'
import m from '#messages/facts'
import { Button } from '../../parts/button.js'
import { fieldId } from '../../parts/findings.js'
import { nameOf } from '../names.js'
import { getAt, type Path, pathText } from '../path.js'
import type { Field, Shape } from '../shape.js'
import { useEditing } from './edit-context.js'
import { ValueControl } from './value-control.js'

/** Values by a key, such as a reference of each authority by its country. */
export function MapEditor({
  field,
  of,
  path,
}: {
  readonly field: Field
  readonly of: Shape
  readonly path: Path
}) {
  const { file, set, error } = useEditing()
  const value = getAt(file, path)
  const entries = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const [key, setKey] = useState('')
  const name = nameOf(field.key)
  const wrong = error(path)
  return (
    <fieldset className="field map" id={fieldId(pathText(['file', ...path]))} tabIndex={-1}>
      <legend>{name}</legend>
      {field.description !== undefined && <p className="help">{field.description}</p>}
      {entries.map(entry => (
        <span key={entry} className="fact-line">
          <label className="mono" htmlFor={fieldId(pathText(['file', ...path, entry]))}>
            {entry}
            <span className="unseen">: {name}</span>
          </label>
          <ValueControl
            shape={of}
            control={{
              id: fieldId(pathText(['file', ...path, entry])),
              'aria-describedby': undefined,
              'aria-invalid': error([...path, entry]) === undefined ? undefined : true,
            }}
            name={`${name}: ${entry}`}
            description={undefined}
            value={getAt(value, [entry])}
            onChange={to => set([...path, entry], to ?? '')}
          />
          <Button kind="quiet" onClick={() => set([...path, entry], undefined)}>
            {m.remove(entry)}
          </Button>
        </span>
      ))}
      <span className="fact-line">
        <input
          className="short"
          aria-label={`${name}: ${m.key}`}
          value={key}
          onChange={e => setKey(e.target.value)}
        />
        <Button
          disabled={key.trim() === ''}
          onClick={() => {
            set([...path, key.trim().toUpperCase()], of.kind === 'list' ? [] : '')
            setKey('')
          }}
        >
          {m.add(m.key)}
        </Button>
      </span>
      {wrong !== undefined && <p className="field-error">{wrong}</p>}
    </fieldset>
  )
}
