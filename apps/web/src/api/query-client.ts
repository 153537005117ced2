import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.js'

/** Reading is tried again only when the server was not reached; a refusal is an answer. Writing is never repeated. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (times, error) => times < 2 && isProblem(error, 'offline'),
      staleTime: 15_000,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
