import type { ReactNode } from 'react'
import m from '#messages/parts'

export type Tone = 'neutral' | 'danger' | 'warn' | 'ok' | 'open' | 'accent'

/** A short state. The sign and the words say it; the colour only helps. */
export function Badge({ tone, sign, children }: { tone: Tone; sign?: string; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      {sign !== undefined && <span aria-hidden="true">{sign}</span>}
      {children}
    </span>
  )
}

/** How long a clock still runs. `daysLeft` counts to the ceiling; null when there is no date. */
export function ClockBadge({ daysLeft }: { readonly daysLeft: number | null }) {
  if (daysLeft === null)
    return (
      <Badge tone="open" sign="?">
        {m.clock.noDate}
      </Badge>
    )
  if (daysLeft < 0)
    return (
      <Badge tone="danger" sign="!">
        {m.clock.overdue(-daysLeft)}
      </Badge>
    )
  if (daysLeft === 0)
    return (
      <Badge tone="danger" sign="!">
        {m.clock.today}
      </Badge>
    )
  if (daysLeft <= 3)
    return (
      <Badge tone="warn" sign="▲">
        {m.clock.left(daysLeft)}
      </Badge>
    )
  return (
    <Badge tone="neutral" sign="○">
      {m.clock.left(daysLeft)}
    </Badge>
  )
}

export function UndeterminedBadge() {
  return (
    <Badge tone="open" sign="?">
      {m.clock.undetermined}
    </Badge>
  )
}
