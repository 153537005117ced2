import { useQuery } from '@tanstack/react-query'
import type { Who } from '@vigie/desk/shapes'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { get, onSessionExpiry, setCsrfToken } from '../api/client.js'
import { isProblem } from '../api/problem.js'
import { Loading } from '../parts/loading.js'
import { ProblemView } from '../parts/problem-view.js'
import { FirstStart } from './first-start.js'
import { SessionDialog } from './session-dialog.js'
import { SignInPage } from './sign-in-page.js'

const WhoContext = createContext<Who | undefined>(undefined)

/** The person who is signed in. Only below {@link SessionGate}. */
export function useWho(): Who {
  const who = useContext(WhoContext)
  if (who === undefined) throw new Error('useWho outside of a session')
  return who
}

export const SESSION = ['session'] as const

async function readSession(): Promise<Who> {
  const { data } = await get<Who>('/session')
  setCsrfToken(data.csrfToken)
  return data
}

/**
 * Shows the page to who is signed in, the sign-in or the first start to others. When a session ends while somebody
 * works, the page stays as it is, with all that was typed, and a window asks for the password.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useQuery({ queryKey: SESSION, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY })
  const signedOut = isProblem(session.error, 'not-signed-in')
  const [expired, setExpired] = useState(false)
  const known = session.data
  useEffect(() => {
    onSessionExpiry(() => {
      if (known !== undefined) setExpired(true)
    })
    return () => onSessionExpiry(() => {})
  }, [known])
  if (known !== undefined) {
    return (
      <WhoContext value={known}>
        {children}
        <SessionDialog open={expired} who={known} onDone={() => setExpired(false)} />
      </WhoContext>
    )
  }
  if (session.isPending) return <Loading />
  if (!signedOut) return <ProblemView error={session.error} retry={() => void session.refetch()} />
  return <SignedOut />
}

function SignedOut() {
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: async () => (await get<{ needed: boolean; here: boolean }>('/setup')).data,
  })
  if (setup.isPending) return <Loading />
  if (setup.data?.needed === true) return <FirstStart here={setup.data.here} />
  return <SignInPage />
}
