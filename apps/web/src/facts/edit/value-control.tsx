import m from '#messages/facts'
import type { FieldControl } from '../../parts/field.js'
import { meaningsOf, optionName } from '../names.js'
import type { Shape } from '../shape.js'
import { ListControl } from './list-control.js'
import { MomentControl } from './moment-control.js'
import { useRaw } from './use-raw.js'

export interface ControlProps {
  readonly shape: Shape
  readonly control: FieldControl
  readonly name: string
  readonly description: string | undefined
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** A text longer than this gets several lines. */
const ONE_LINE = 300

/** The control for one value, by its shape. Groups and lists of groups have editors of their own. */
export function ValueControl(props: ControlProps) {
  const { shape, control, value, onChange, description } = props
  const text = typeof value === 'string' ? value : ''
  const set = (typed: string) => onChange(typed === '' ? undefined : typed)
  switch (shape.kind) {
    case 'text':
      return (shape.most ?? 0) > ONE_LINE || shape.most === undefined ? (
        <textarea {...control} value={text} onChange={e => set(e.target.value)} />
      ) : (
        <input {...control} value={text} onChange={e => set(e.target.value)} />
      )
    case 'day':
      return <input {...control} type="date" value={text} onChange={e => set(e.target.value)} />
    case 'country':
      return (
        <input
          {...control}
          className="short"
          value={text}
          autoComplete="off"
          maxLength={2}
          onChange={e => set(e.target.value.toUpperCase())}
        />
      )
    case 'moment':
      return <MomentControl {...props} />
    case 'choice': {
      const { meanings } = meaningsOf(description, shape.options)
      return (
        <select {...control} value={text} onChange={e => set(e.target.value)}>
          <option value="">{m.choose}</option>
          {shape.options.map(o => (
            <option key={o} value={o}>
              {meanings.get(o) ?? optionName(o)}
            </option>
          ))}
        </select>
      )
    }
    case 'yes-no':
      return (
        <select
          {...control}
          className="short"
          value={value === true || value === 'yes' ? 'yes' : value === false || value === 'no' ? 'no' : ''}
          onChange={e => onChange(e.target.value === '' ? undefined : e.target.value === 'yes')}
        >
          <option value="">{m.choose}</option>
          <option value="yes">{m.yes}</option>
          <option value="no">{m.no}</option>
        </select>
      )
    case 'number':
      return <NumberControl {...props} />
    case 'list':
      return <ListControl {...props} of={shape.of} />
    default:
      return null
  }
}

const numberText = (value: unknown) => (value === undefined ? '' : String(value))
/** What is no number stays a text: the server says so, nothing is guessed. */
const numberOf = (text: string): unknown =>
  text.trim() === '' ? undefined : Number.isNaN(Number(text)) ? text : Number(text)

function NumberControl({ control, value, onChange }: ControlProps) {
  const [raw, setRaw] = useRaw(value, numberText, numberOf)
  return (
    <input
      {...control}
      className="short"
      inputMode="decimal"
      value={raw}
      onChange={e => {
        setRaw(e.target.value)
        onChange(numberOf(e.target.value))
      }}
    />
  )
}
