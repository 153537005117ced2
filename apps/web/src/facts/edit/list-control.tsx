import { meaningsOf, optionName } from '../names.js'
import type { Shape } from '../shape.js'
import { useRaw } from './use-raw.js'
import type { ControlProps } from './value-control.js'

type Props = ControlProps & { readonly of: Shape }

/** A list of plain values: ticks for a choice, codes with blanks between for countries, else one on each line. */
export function ListControl(props: Props) {
  return props.of.kind === 'choice' ? <Ticks {...props} options={props.of.options} /> : <Lines {...props} />
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]

function Ticks({
  control,
  value,
  onChange,
  description,
  options,
}: Props & { readonly options: readonly string[] }) {
  const chosen = listOf(value)
  const { meanings } = meaningsOf(description, options)
  const toggle = (option: string, on: boolean) => {
    const next = options.filter(o => (o === option ? on : chosen.includes(o)))
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <span className="ticks" id={control.id} tabIndex={-1}>
      {options.map(o => (
        <label key={o} className="check">
          <input type="checkbox" checked={chosen.includes(o)} onChange={e => toggle(o, e.target.checked)} />
          {meanings.get(o) ?? optionName(o)}
        </label>
      ))}
    </span>
  )
}

function Lines({ of, control, value, onChange }: Props) {
  const isCountries = of.kind === 'country'
  const read = (text: string): unknown => {
    const items = (
      isCountries ? text.toUpperCase().split(/[\s,;]+/) : text.split('\n').map(t => t.trim())
    ).filter(t => t !== '')
    return items.length === 0 ? undefined : items
  }
  const [raw, setRaw] = useRaw(value, v => listOf(v).join(isCountries ? ' ' : '\n'), read)
  const onType = (text: string) => {
    setRaw(text)
    onChange(read(text))
  }
  return isCountries ? (
    <input {...control} value={raw} autoComplete="off" onChange={e => onType(e.target.value)} />
  ) : (
    <textarea {...control} className="lines" value={raw} onChange={e => onType(e.target.value)} />
  )
}
