import type { Case } from '@vigie/desk/shapes'
import { type ReactNode, useEffect, useState } from 'react'
import m from '#messages/facts'
import type { Loaded } from '../../api/client.js'
import { stepsOf } from '../../api/merge.js'
import { isProblem } from '../../api/problem.js'
import { nameOf } from '../../facts/names.js'
import { getAt } from '../../facts/path.js'
import { Button } from '../../parts/button.js'
import { ConflictDialog } from '../../parts/conflict-dialog.js'
import { ProblemSummary } from '../../parts/problem-summary.js'
import { useSay } from '../../parts/toast.js'
import { bodyOf } from './case-data.js'
import type { Draft } from './draft.js'
import { useSaveCase } from './use-save-case.js'

interface Props {
  readonly loaded: Loaded<Case>
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft | undefined) => void
  readonly onDone: () => void
  readonly children: (problem: unknown) => ReactNode
}

/** Saving of what was typed: all findings at once, a readable conflict, nothing lost. */
export function CaseEditor({ loaded, draft, onDraft, onDone, children }: Props) {
  const say = useSay()
  const save = useSaveCase(loaded.data.id, () => {
    onDraft(undefined)
    onDone()
    say(m.saved)
  })
  const [reason, setReason] = useState('')
  const changed = draft !== undefined
  useEffect(() => {
    if (!changed) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [changed])
  const send = (title: string, file: unknown, etag: string | undefined) =>
    save.mutate({ body: { ...bodyOf(loaded.data), title, file }, etag, reason })
  const conflict = isProblem(save.error, 'changed') ? save.error : undefined
  return (
    <>
      {conflict === undefined && <ProblemSummary error={save.error} />}
      {children(save.error)}
      <div className="save-bar">
        {(loaded.data.closed || isProblem(save.error, 'reason-needed')) && (
          <label className="reason">
            {m.reason} <input value={reason} onChange={e => setReason(e.target.value)} />
          </label>
        )}
        {changed && <span className="quiet">{m.unsaved}</span>}
        <span className="spacer" />
        <Button
          onClick={() => {
            if (changed && !window.confirm(m.leave)) return
            onDraft(undefined)
            onDone()
          }}
        >
          {m.cancel}
        </Button>
        <Button
          kind="primary"
          busy={save.isPending ? m.saving : undefined}
          onClick={() => draft !== undefined && send(draft.title, draft.file, draft.etag)}
          disabled={!changed}
        >
          {m.save}
        </Button>
      </div>
      <ConflictDialog
        conflict={conflict?.conflict}
        nameOf={path => stepsOf(path).map(nameOf).join(' › ')}
        onCancel={() => save.reset()}
        onTake={merged => {
          const title = getAt(merged, ['title'])
          const next = {
            title: typeof title === 'string' ? title : loaded.data.title,
            file: getAt(merged, ['file']),
            etag: conflict?.etag,
          }
          onDraft(next)
          send(next.title, next.file, next.etag)
        }}
      />
    </>
  )
}
