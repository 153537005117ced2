import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssessmentResult, Case } from '@vigie/desk/shapes'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import m from '#messages/cases'
import { newIdempotencyKey, post } from '../../api/client.js'
import { isProblem } from '../../api/problem.js'
import { useRooms } from '../../app/room.js'
import { Button } from '../../parts/button.js'
import { Field } from '../../parts/field.js'
import { findingAt } from '../../parts/findings.js'
import { textIn } from '../../parts/form-data.js'
import { Page } from '../../parts/page.js'
import { ProblemSummary } from '../../parts/problem-summary.js'
import { useSay } from '../../parts/toast.js'
import { useWho } from '../../session/session.js'
import { zones } from '../../time/format.js'
import { newCaseFile } from './new-case-file.js'

/** What is needed to open a case; nothing more is asked before the clock runs. */
export default function NewCasePage() {
  const who = useWho()
  const say = useSay()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { all: rooms, chosen } = useRooms()
  const [key, setKey] = useState(newIdempotencyKey)
  const [length, setLength] = useState(0)
  const writable = rooms.filter(r => r.via !== 'mandate' || r.mandate?.mayWrite === true)
  const make = useMutation({
    mutationFn: async (form: FormData) => {
      const tenantId = textIn(form, 'tenantId') === '' ? (chosen ?? who.tenantId) : textIn(form, 'tenantId')
      const file = newCaseFile(name => textIn(form, name))
      const owner = tenantId === who.tenantId ? { tenantId, id: who.personId } : null
      const body = { title: textIn(form, 'title'), file, owner, tenantId }
      const made = await post<Case>('/cases', { body, idempotencyKey: key })
      const asked = { body: {}, etag: made.etag }
      // The case is there; where the law could not be asked, its page says so and offers it again.
      await post<AssessmentResult>(`/cases/${made.data.id}/assessment`, asked).catch(() => undefined)
      return made.data
    },
    onSuccess: made => {
      void client.invalidateQueries()
      say(m.create.made(made.reference))
      navigate(`/cases/${made.id}`)
    },
    // A refused request is over. One that got no answer may have been done: the same key makes a repeat safe.
    onError: error => {
      if (!isProblem(error, 'offline')) setKey(newIdempotencyKey())
    },
  })
  const error = (...paths: readonly string[]) =>
    paths.map(path => findingAt(make.error, path)).find(text => text !== undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    make.mutate(new FormData(event.currentTarget))
  }
  return (
    <Page title={m.create.title} lead={m.create.lead}>
      <form className="form form-narrow" onSubmit={submit} noValidate>
        <ProblemSummary error={make.error} />
        {writable.length > 1 && (
          <Field path="tenantId" label={m.create.room} help={m.create.roomHelp} error={error('tenantId')}>
            {field => (
              <select {...field} name="tenantId" defaultValue={chosen ?? who.tenantId}>
                {writable.map(r => (
                  <option key={r.tenantId} value={r.tenantId}>
                    {r.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field
          path="file.reference"
          label={m.create.reference}
          help={m.create.referenceHelp}
          error={error('file.reference')}
        >
          {field => <input {...field} name="reference" autoComplete="off" required />}
        </Field>
        <Field path="title" label={m.create.caseTitle} help={m.create.titleHelp} error={error('title')}>
          {field => <input {...field} name="title" autoComplete="off" required />}
        </Field>
        <div className="fields">
          <Field
            path="file.manufacturer.name"
            label={m.create.manufacturer}
            error={error('file.manufacturer.name')}
          >
            {field => <input {...field} name="manufacturer" defaultValue={who.roomName} required />}
          </Field>
          <Field
            path="file.manufacturer.country"
            label={m.create.country}
            help={m.create.countryHelp}
            error={error('file.manufacturer.country')}
          >
            {field => (
              <input {...field} name="country" className="short" maxLength={2} autoComplete="off" required />
            )}
          </Field>
        </div>
        <Field
          path="file.devices[0].name"
          label={m.create.device}
          help={m.create.deviceHelp}
          error={error('file.devices[0].name')}
        >
          {field => <input {...field} name="device" autoComplete="off" required />}
        </Field>
        <div className="fields">
          <Field
            path="file.awareness[0].at"
            label={m.create.learntOn}
            help={m.create.learntHelp}
            error={error('file.awareness[0].at')}
          >
            {field => <input {...field} name="learnt" type="datetime-local" />}
          </Field>
          <Field path="zone" label={m.create.zone} error={undefined}>
            {field => <input {...field} name="zone" list="zones" defaultValue={who.zone} />}
          </Field>
        </div>
        <datalist id="zones">
          {zones().map(z => (
            <option key={z} value={z} />
          ))}
        </datalist>
        <Field
          path="file.event.description"
          label={m.create.description}
          error={error('file.event.description')}
          length={{ used: length, most: 4000 }}
          optional
        >
          {field => (
            <textarea {...field} name="description" onChange={e => setLength(e.target.value.length)} />
          )}
        </Field>
        <div className="actions">
          <Button type="submit" kind="primary" busy={make.isPending ? m.create.making : undefined}>
            {m.create.button}
          </Button>
        </div>
      </form>
    </Page>
  )
}
