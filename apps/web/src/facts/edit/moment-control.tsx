import m from '#messages/facts'
import { readMoment, writeMoment } from '../moment.js'
import { useEditing } from './edit-context.js'
import type { ControlProps } from './value-control.js'

/** A moment: the day, and where it is known the time with its zone. */
export function MomentControl({
  control,
  name,
  value,
  onChange,
  unlabelled = false,
}: Pick<ControlProps, 'control' | 'name' | 'value' | 'onChange'> & { readonly unlabelled?: boolean }) {
  const { zone } = useEditing()
  const label = unlabelled ? name : undefined
  const text = typeof value === 'string' ? value : ''
  const parts = readMoment(text)
  // A text that is no moment is shown as it was written.
  if (parts === undefined && text !== '') {
    return <input {...control} aria-label={label} value={text} onChange={e => onChange(e.target.value)} />
  }
  const { day, time, place } = parts ?? { day: '', time: '', place: '' }
  const set = (next: { day?: string; time?: string; place?: string }) => {
    const now = { day, time, place, ...next }
    const withPlace =
      now.time !== '' && now.place === '' && next.place === undefined ? { ...now, place: zone } : now
    onChange(now.day === '' ? undefined : writeMoment(now.time === '' ? { ...now, place: '' } : withPlace))
  }
  return (
    <span className="moment">
      <input
        {...control}
        aria-label={label}
        type="date"
        value={day}
        onChange={e => set({ day: e.target.value })}
      />
      <input
        type="time"
        aria-label={`${name}: ${m.time}`}
        value={time.slice(0, 5)}
        disabled={day === ''}
        onChange={e => set({ time: e.target.value })}
      />
      {time !== '' && (
        <input
          aria-label={`${name}: ${m.zone}`}
          list="zones"
          value={place}
          onChange={e => set({ place: e.target.value })}
        />
      )}
    </span>
  )
}
