import m from '#messages/facts'
import { Field as FieldBox } from '../../parts/field.js'
import { type FactValue, readFact, writeFact } from '../fact-value.js'
import { nameOf } from '../names.js'
import { getAt, type Path, pathText } from '../path.js'
import type { Field, Shape } from '../shape.js'
import { useEditing } from './edit-context.js'
import { helpOf, lengthOf } from './field-editor.js'
import { GroupFields } from './group-editor.js'
import { MomentControl } from './moment-control.js'
import { ValueControl } from './value-control.js'

const STATES = [
  'none',
  'known',
  'unknown',
  'not-applicable',
  'asked',
] as const satisfies readonly FactValue['state'][]

interface Props {
  readonly field: Field
  readonly value: Shape
  readonly path: Path
}

/** A fact: its value or why there is none, and who said so when. Typing a value makes it known. */
export function FactEditor({ field, value: shape, path }: Props) {
  const { file, set, error } = useEditing()
  const fact = readFact(getAt(file, path))
  const name = nameOf(field.key)
  const write = (change: Partial<FactValue>) => set(path, writeFact({ ...fact, ...change }))
  const hasValue = fact.state === 'known' || fact.state === 'none'
  const setState = (text: string) => {
    const state = STATES.find(s => s === text) ?? 'none'
    // A state without a value keeps the source; without source and value nothing is left to write.
    set(
      path,
      writeFact({
        state,
        askedOn: fact.askedOn,
        source: fact.source,
        learnt: fact.learnt,
        value: fact.value,
      }),
    )
  }
  const state = (
    <select
      className="fact-state"
      aria-label={`${name}: ${m.state}`}
      value={fact.state}
      onChange={e => setState(e.target.value)}
    >
      {STATES.map(s => (
        <option key={s} value={s}>
          {m.states[s]}
        </option>
      ))}
    </select>
  )
  return (
    <div className="fact">
      <FieldBox
        path={pathText(['file', ...path])}
        label={name}
        help={helpOf(shape, field.description)}
        error={error(path)}
        length={hasValue ? lengthOf(shape, fact.value) : undefined}
      >
        {control => (
          <span className="fact-line">
            {!hasValue && fact.state !== 'asked' && (
              <input {...control} readOnly value={m.states[fact.state]} className="stated" />
            )}
            {fact.state === 'asked' && (
              <input
                {...control}
                type="date"
                aria-label={`${name}: ${m.askedOn}`}
                value={fact.askedOn ?? ''}
                onChange={e => write({ askedOn: e.target.value })}
              />
            )}
            {hasValue && shape.kind === 'group' && (
              <span className="fact-group" id={control.id} tabIndex={-1}>
                <GroupFields
                  fields={shape.fields}
                  path={isWrapped(getAt(file, path)) ? [...path, 'value'] : path}
                />
              </span>
            )}
            {hasValue && shape.kind !== 'group' && (
              <ValueControl
                shape={shape}
                control={control}
                name={name}
                description={field.description}
                value={fact.value}
                onChange={to => write({ state: to === undefined ? 'none' : 'known', value: to })}
              />
            )}
            {state}
          </span>
        )}
      </FieldBox>
      {fact.state !== 'none' && <Provenance name={name} path={path} fact={fact} write={write} />}
    </div>
  )
}

/** Whether a fact is written with its source: then the value stands one step deeper. */
const isWrapped = (written: unknown) => typeof written === 'object' && written !== null && 'value' in written

interface ProvenanceProps {
  readonly name: string
  readonly path: Path
  readonly fact: FactValue
  readonly write: (change: Partial<FactValue>) => void
}

function Provenance({ name, path, fact, write }: ProvenanceProps) {
  const id = pathText(['file', ...path, 'learnt'])
  return (
    <details className="provenance" open={fact.source !== undefined || fact.learnt !== undefined}>
      <summary>
        {m.provenance}
        <span className="unseen">: {name}</span>
      </summary>
      <span className="fact-line">
        <input
          aria-label={`${name}: ${m.source}`}
          placeholder={m.sourceHelp}
          value={fact.source ?? ''}
          onChange={e => write({ source: e.target.value })}
        />
        <MomentControl
          unlabelled
          control={{ id: `${id}-moment`, 'aria-describedby': undefined, 'aria-invalid': undefined }}
          name={`${name}: ${m.learnt}`}
          value={fact.learnt}
          onChange={to => write({ learnt: typeof to === 'string' ? to : undefined })}
        />
      </span>
    </details>
  )
}
