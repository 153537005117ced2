import { useQueryClient } from '@tanstack/react-query'
import type { Who } from '@vigie/desk/shapes'
import m from '#messages/session'
import { Dialog } from '../parts/dialog.js'
import { SignInForm } from './sign-in-form.js'
import { useSignIn } from './use-sign-in.js'

interface Props {
  readonly open: boolean
  readonly who: Who
  readonly onDone: () => void
}

/** Over the page when the session has ended; the page behind stays as it is. */
export function SessionDialog({ open, who, onDone }: Props) {
  const client = useQueryClient()
  const signIn = useSignIn(now => {
    // Another person must not go on with what the first one typed.
    if (now.personId !== who.personId || now.tenantId !== who.tenantId) {
      location.assign('/')
      return
    }
    onDone()
    void client.invalidateQueries({ predicate: query => query.queryKey[0] !== 'session' })
  })
  return (
    <Dialog open={open} title={m.expired.title} onClose={() => {}} stubborn>
      <p>{m.expired.text}</p>
      <SignInForm signIn={signIn} button={m.expired.button} tenantId={who.tenantId} />
    </Dialog>
  )
}
