import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Who } from '@vigie/desk/shapes'
import { get, post, setCsrfToken } from '../api/client.js'
import { SESSION } from './session.js'

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly tenantId?: string
}

/** Signs in and reads who it is; the page turns to the person's as soon as that is known. */
export function useSignIn(onDone: (who: Who) => void = () => {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await post('/session', { body: credentials })
      const { data } = await get<Who>('/session')
      return data
    },
    onSuccess: who => {
      setCsrfToken(who.csrfToken)
      client.setQueryData(SESSION, who)
      onDone(who)
    },
  })
}
