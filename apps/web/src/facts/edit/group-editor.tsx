import { type ReactNode, useState } from 'react'
import m from '#messages/facts'
import { fieldId } from '../../parts/findings.js'
import { getAt, type Path, pathText } from '../path.js'
import type { Field } from '../shape.js'
import { useEditing } from './edit-context.js'
import { FieldEditor } from './field-editor.js'

interface Props {
  readonly name: string
  readonly help?: string | undefined
  readonly fields: readonly Field[]
  readonly path: Path
  readonly children?: ReactNode
}

/** A group of fields that opens: open from the start when something is said in it, or wrong in it. */
export function GroupBox({ name, help, fields, path, children }: Props) {
  const { file, wrongBelow } = useEditing()
  const value = getAt(file, path)
  const [open, setOpen] = useState(value !== undefined)
  const isOpen = open || wrongBelow(path)
  const said = typeof value === 'object' && value !== null ? Object.keys(value).length : 0
  return (
    <details className="group" open={isOpen} onToggle={e => setOpen(e.currentTarget.open)}>
      <summary id={fieldId(pathText(['file', ...path]))}>
        <strong>{name}</strong> <span className="quiet">{said > 0 ? m.answered(said) : m.nothing}</span>
      </summary>
      {isOpen && (
        <div className="group-body">
          {help !== undefined && <p className="help">{help}</p>}
          {children}
          <GroupFields fields={fields} path={path} />
        </div>
      )}
    </details>
  )
}

const FEW = 8

/** The fields of a group. Where they are many, those that nobody has answered yet wait behind a line. */
export function GroupFields({ fields, path }: { readonly fields: readonly Field[]; readonly path: Path }) {
  const { file, wrongBelow } = useEditing()
  // As it was when the editor opened: a field must not move while somebody types in it.
  const [first] = useState(
    () =>
      new Set(fields.filter(f => f.required || getAt(file, [...path, f.key]) !== undefined).map(f => f.key)),
  )
  const shown = fields.filter(f => fields.length <= FEW || first.has(f.key))
  const rest = fields.filter(f => !shown.includes(f))
  const wrong = rest.some(f => wrongBelow([...path, f.key]))
  const [open, setOpen] = useState(false)
  const isOpen = open || wrong
  const editors = (some: readonly Field[]) =>
    some.map(f => <FieldEditor key={f.key} field={f} path={[...path, f.key]} />)
  return (
    <>
      {shown.length > 0 && <div className="fields">{editors(shown)}</div>}
      {rest.length > 0 && (
        <details open={isOpen} onToggle={e => setOpen(e.currentTarget.open)}>
          <summary>{m.more(rest.length)}</summary>
          {isOpen && <div className="fields">{editors(rest)}</div>}
        </details>
      )}
    </>
  )
}
