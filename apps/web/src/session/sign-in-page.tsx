import m from '#messages/session'
import { Entrance } from '../parts/entrance.js'
import { SignInForm } from './sign-in-form.js'
import { useSignIn } from './use-sign-in.js'

export function SignInPage() {
  const signIn = useSignIn()
  return (
    <Entrance title={m.signIn.title}>
      <SignInForm signIn={signIn} button={m.signIn.button} />
    </Entrance>
  )
}
