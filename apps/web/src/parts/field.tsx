import type { ReactNode } from 'react'
import m from '#messages/parts'
import { fieldId } from './findings.js'

/** What a control takes over from its field. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface Props {
  /** Path of the value in the data; findings at this path jump here. */
  readonly path: string
  readonly label: ReactNode
  readonly help?: ReactNode
  /** Where the law or the form asks for it. */
  readonly cite?: { readonly text: string; readonly href?: string } | undefined
  readonly error?: string | undefined
  /** Characters used and allowed. */
  readonly length?: { readonly used: number; readonly most: number } | undefined
  readonly optional?: boolean
  readonly children: (control: FieldControl) => ReactNode
}

/** A label, its control, and all that belongs to it: help, citation, counter, error. */
export function Field({ path, label, help, cite, error, length, optional = false, children }: Props) {
  const id = fieldId(path)
  const over = length === undefined ? 0 : length.used - length.most
  const described = [
    help !== undefined && `${id}-help`,
    cite !== undefined && `${id}-cite`,
    length !== undefined && `${id}-length`,
    error !== undefined && `${id}-error`,
  ].filter(part => part !== false)
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> {m.field.optional}</span>}
      </label>
      {help !== undefined && (
        <p id={`${id}-help`} className="help">
          {help}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined && over <= 0 ? undefined : true,
      })}
      {(cite !== undefined || length !== undefined) && (
        <div className="field-foot">
          {cite !== undefined && (
            <span id={`${id}-cite`} className="cite">
              {cite.href === undefined ? cite.text : <a href={cite.href}>{cite.text}</a>}
            </span>
          )}
          {length !== undefined && (
            <span id={`${id}-length`} className={over > 0 ? 'counter counter-over' : 'counter'}>
              {over > 0 ? m.field.tooLong(over) : m.field.counter(length.used, length.most)}
            </span>
          )}
        </div>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  )
}
