import type { ConflictBody } from '@vigie/desk/shapes'
import { useState } from 'react'
import app from '#messages/app'
import m from '#messages/parts'
import { merged, type Side, sideOf, stepsOf } from '../api/merge.js'
import { useWho } from '../session/session.js'
import { instantText } from '../time/format.js'
import { Button } from './button.js'
import { Dialog } from './dialog.js'

interface Props {
  readonly conflict: ConflictBody | undefined
  /** The name a person knows a path (JSON Pointer) by; the steps of the path when absent. */
  readonly nameOf?: (path: string) => string
  /** What is there now with the chosen changes on top: to be shown and sent with the new version. */
  readonly onTake: (merged: unknown) => void
  readonly onCancel: () => void
}

/** Two people changed the same record: what the other changed, what you wanted, and the choice field by field. */
export function ConflictDialog({ conflict, nameOf = plainName, onTake, onCancel }: Props) {
  return (
    <Dialog open={conflict !== undefined} title={m.conflict.title} onClose={onCancel} wide>
      {conflict !== undefined && (
        <Choices conflict={conflict} nameOf={nameOf} onTake={onTake} onCancel={onCancel} />
      )}
    </Dialog>
  )
}

const plainName = (path: string) => stepsOf(path).join(' › ')

function Choices({
  conflict,
  nameOf,
  onTake,
  onCancel,
}: Required<Omit<Props, 'conflict'>> & { conflict: ConflictBody }) {
  const { zone } = useWho()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const theirsOnly = conflict.theirs.filter(t => !conflict.yours.some(y => y.path === t.path))
  return (
    <>
      <p>{m.conflict.nothingLost}</p>
      <ul className="plain">
        {conflict.by.map(b => (
          <li key={`${b.at}${b.actorId}`}>
            {m.conflict.by(b.name ?? m.conflict.somebody, instantText(b.at, zone))}
          </li>
        ))}
      </ul>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{m.conflict.field}</th>
              <th scope="col">{m.conflict.theirs}</th>
              <th scope="col">{m.conflict.mine}</th>
              <th scope="col">{m.conflict.keep}</th>
            </tr>
          </thead>
          <tbody>
            {conflict.yours.map(y => (
              <tr key={y.path}>
                <th scope="row">
                  {nameOf(y.path)}
                  {conflict.both.includes(y.path) && <div className="quiet">{m.conflict.both}</div>}
                </th>
                <td className="value">{shown(y.before)}</td>
                <td className="value">{shown(y.after)}</td>
                <td>
                  <select
                    aria-label={`${m.conflict.keep}: ${nameOf(y.path)}`}
                    value={sideOf(conflict, y.path, chosen)}
                    onChange={e =>
                      setChosen({ ...chosen, [y.path]: e.target.value === 'mine' ? 'mine' : 'theirs' })
                    }
                  >
                    <option value="theirs">{m.conflict.keepTheirs}</option>
                    <option value="mine">{m.conflict.keepMine}</option>
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {theirsOnly.length > 0 && (
        <>
          <p>{m.conflict.onlyTheirs}</p>
          <ul>
            {theirsOnly.map(t => (
              <li key={t.path}>
                <strong>{nameOf(t.path)}</strong>: <span className="value">{shown(t.before)}</span> {'→'}{' '}
                <span className="value">{shown(t.after)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        <Button kind="primary" onClick={() => onTake(merged(conflict, chosen))}>
          {m.conflict.take}
        </Button>
        <Button onClick={onCancel}>{app.cancel}</Button>
      </div>
    </>
  )
}

const shown = (value: unknown): string =>
  value === undefined || value === null || value === ''
    ? m.conflict.empty
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, 1)
