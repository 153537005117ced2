import type { Case } from '@vigie/desk/shapes'
import m from '#messages/cases'
import { Badge, type Tone } from '../../parts/badge.js'

const LOOK: Readonly<Record<Case['state'], { readonly tone: Tone; readonly sign: string }>> = {
  open: { tone: 'open', sign: '?' },
  assessed: { tone: 'accent', sign: '●' },
  reported: { tone: 'ok', sign: '✓' },
  closed: { tone: 'neutral', sign: '■' },
}

export function CaseState({ state }: { readonly state: Case['state'] }) {
  return <Badge {...LOOK[state]}>{m.states[state]}</Badge>
}
