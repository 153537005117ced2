import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Case } from '@vigie/desk/shapes'
import { useState } from 'react'
import app from '#messages/app'
import m from '#messages/case'
import { type Loaded, put } from '../../api/client.js'
import { Button } from '../../parts/button.js'
import { Dialog } from '../../parts/dialog.js'
import { Field } from '../../parts/field.js'
import { findingAt } from '../../parts/findings.js'
import { ProblemSummary } from '../../parts/problem-summary.js'
import { useSay } from '../../parts/toast.js'
import { useWho } from '../../session/session.js'
import { bodyOf, caseKey } from './case-data.js'
import { useAssess } from './use-save-case.js'

type Change = 'take' | 'close' | 'reopen'

/** What can be done with a case as a whole. */
export function CaseActions({ loaded }: { readonly loaded: Loaded<Case> }) {
  const { data: shown, etag } = loaded
  const who = useWho()
  const say = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState<Change>()
  const [reason, setReason] = useState('')
  const assess = useAssess(shown.id)
  const change = useMutation({
    mutationFn: (what: Change) => {
      const owner = what === 'take' ? { tenantId: who.tenantId, id: who.personId } : shown.owner
      const closed = what === 'take' ? shown.closed : what === 'close'
      const body = { ...bodyOf(shown), owner, closed, ...(reason.trim() === '' ? {} : { reason }) }
      return put<Case>(`/cases/${shown.id}`, { body, etag })
    },
    onSuccess: (_, what) => {
      setAsking(undefined)
      say(what === 'take' ? m.taken : what === 'close' ? m.closed : m.reopened)
    },
    onSettled: () => client.invalidateQueries({ queryKey: caseKey(shown.id) }),
  })
  if (!who.scopes.includes('write')) return null
  const run = () =>
    assess.mutate(etag, {
      onSuccess: result => say(m.assessed(result.obligations.filter(o => o.state === 'open').length)),
    })
  return (
    <>
      {shown.owner?.id !== who.personId && (
        <Button
          onClick={() => change.mutate('take', { onError: error => say(error.message) })}
          busy={change.isPending && asking === undefined ? m.take : undefined}
        >
          {m.take}
        </Button>
      )}
      <Button onClick={() => setAsking(shown.closed ? 'reopen' : 'close')}>
        {shown.closed ? m.reopen : m.close}
      </Button>
      {!shown.closed && (
        <Button kind="primary" busy={assess.isPending ? m.assessing : undefined} onClick={run}>
          {m.assess}
        </Button>
      )}
      <Dialog
        open={asking !== undefined}
        title={asking === 'reopen' ? m.reopen : m.close}
        onClose={() => setAsking(undefined)}
      >
        <ProblemSummary error={change.error} />
        <Field path="reason" label={m.reason} help={m.reasonHelp} error={findingAt(change.error, 'reason')}>
          {field => <textarea {...field} value={reason} onChange={e => setReason(e.target.value)} />}
        </Field>
        <div className="actions">
          <Button
            kind="primary"
            busy={change.isPending ? m.assessing : undefined}
            onClick={() => asking !== undefined && change.mutate(asking)}
          >
            {asking === 'reopen' ? m.reopen : m.close}
          </Button>
          <Button onClick={() => setAsking(undefined)}>{app.cancel}</Button>
        </div>
      </Dialog>
      {assess.isError && (
        <div className="wide">
          <ProblemSummary error={assess.error} />
        </div>
      )}
    </>
  )
}
