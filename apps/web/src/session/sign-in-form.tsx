import type { FormEvent } from 'react'
import m from '#messages/session'
import { Button } from '../parts/button.js'
import { Field } from '../parts/field.js'
import { findingAt } from '../parts/findings.js'
import { textIn } from '../parts/form-data.js'
import { ProblemSummary } from '../parts/problem-summary.js'
import type { Credentials, useSignIn } from './use-sign-in.js'

interface Props {
  readonly signIn: ReturnType<typeof useSignIn>
  readonly button: string
  /** The room to come back to. */
  readonly tenantId?: string
}

export function SignInForm({ signIn, button, tenantId }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const credentials: Credentials = {
      email: textIn(form, 'email').trim(),
      password: textIn(form, 'password'),
    }
    signIn.mutate(tenantId === undefined ? credentials : { ...credentials, tenantId })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ProblemSummary error={signIn.error} />
      <Field path="email" label={m.signIn.email} error={findingAt(signIn.error, 'email')}>
        {field => <input {...field} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field path="password" label={m.signIn.password} error={findingAt(signIn.error, 'password')}>
        {field => (
          <input {...field} name="password" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <Button type="submit" kind="primary" busy={signIn.isPending ? m.signIn.signingIn : undefined}>
        {button}
      </Button>
    </form>
  )
}
