import { useId } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The text for no filter. */
  readonly any: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One choice that narrows a list. */
export function Filter({ label, value, onChange, any, options }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={e => onChange(e.target.value)}>
        <option value="">{any}</option>
        {options.map(o => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
        {value !== '' && !options.some(o => o.value === value) && <option value={value}>{value}</option>}
      </select>
    </div>
  )
}
