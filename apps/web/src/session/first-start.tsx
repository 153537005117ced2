import { useMutation } from '@tanstack/react-query'
import type { Setup } from '@vigie/desk/shapes'
import { type FormEvent, useState } from 'react'
import m from '#messages/session'
import { post } from '../api/client.js'
import { Button } from '../parts/button.js'
import { Entrance } from '../parts/entrance.js'
import { Field } from '../parts/field.js'
import { findingAt } from '../parts/findings.js'
import { textIn } from '../parts/form-data.js'
import { ProblemSummary } from '../parts/problem-summary.js'
import { zoneHere, zones } from '../time/format.js'
import { useSignIn } from './use-sign-in.js'

const KINDS = ['manufacturer', 'representative', 'other'] as const satisfies readonly Setup['kind'][]

/** The first administrator, made on this machine with the code from the terminal; then signed in at once. */
export function FirstStart({ here }: { readonly here: boolean }) {
  const signIn = useSignIn()
  const make = useMutation({
    mutationFn: (body: Setup) => post('/setup', { body }),
    onSuccess: (_, { email, password }) => signIn.mutate({ email, password }),
  })
  const [kind, setKind] = useState<Setup['kind']>('manufacturer')
  if (!here) {
    return (
      <Entrance title={m.setup.title}>
        <p>{m.setup.elsewhere}</p>
        <p>{m.setup.elsewhereMend}</p>
      </Entrance>
    )
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    make.mutate({
      code: textIn(form, 'code').trim(),
      organisation: textIn(form, 'organisation'),
      kind,
      name: textIn(form, 'name'),
      email: textIn(form, 'email').trim(),
      zone: textIn(form, 'zone'),
      password: textIn(form, 'password'),
    })
  }
  const error = (path: string) => findingAt(make.error, path)
  return (
    <Entrance title={m.setup.title}>
      <p>{m.setup.lead}</p>
      <form className="form" onSubmit={submit} noValidate>
        <ProblemSummary error={make.error ?? signIn.error} />
        <Field path="code" label={m.setup.code} help={m.setup.codeHelp} error={error('code')}>
          {field => <input {...field} name="code" autoComplete="off" spellCheck={false} required />}
        </Field>
        <Field path="organisation" label={m.setup.organisation} error={error('organisation')}>
          {field => <input {...field} name="organisation" autoComplete="organization" required />}
        </Field>
        <Field path="kind" label={m.setup.kind} error={error('kind')}>
          {field => (
            <select
              {...field}
              value={kind}
              onChange={e => setKind(KINDS.find(k => k === e.target.value) ?? 'other')}
            >
              {KINDS.map(k => (
                <option key={k} value={k}>
                  {m.setup.kinds[k]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field path="name" label={m.setup.name} error={error('name')}>
          {field => <input {...field} name="name" autoComplete="name" required />}
        </Field>
        <Field path="email" label={m.setup.email} error={error('email')}>
          {field => <input {...field} name="email" type="email" autoComplete="username" required />}
        </Field>
        <Field path="zone" label={m.setup.zone} help={m.setup.zoneHelp} error={error('zone')}>
          {field => <input {...field} name="zone" list="zones" defaultValue={zoneHere()} required />}
        </Field>
        <datalist id="zones">
          {zones().map(z => (
            <option key={z} value={z} />
          ))}
        </datalist>
        <Field path="password" label={m.setup.password} help={m.setup.passwordHelp} error={error('password')}>
          {field => <input {...field} name="password" type="password" autoComplete="new-password" required />}
        </Field>
        <Button
          type="submit"
          kind="primary"
          busy={make.isPending || signIn.isPending ? m.setup.making : undefined}
        >
          {m.setup.button}
        </Button>
      </form>
    </Entrance>
  )
}
