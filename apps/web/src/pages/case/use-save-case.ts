import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssessmentResult, Case } from '@vigie/desk/shapes'
import { type Loaded, post, put } from '../../api/client.js'
import { bodyOf, caseKey } from './case-data.js'

export interface CaseChange {
  readonly body: ReturnType<typeof bodyOf>
  readonly etag: string | undefined
  readonly reason?: string
}

/** Saves a case on the version it was read at; then asks the law anew, so that the board follows the facts. */
export function useSaveCase(id: string, onSaved: (saved: Loaded<Case>) => void = () => {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ body, etag, reason }: CaseChange) => {
      const sent = reason === undefined || reason.trim() === '' ? body : { ...body, reason }
      const saved = await put<Case>(`/cases/${id}`, { body: sent, etag })
      onSaved(saved)
      if (!body.closed)
        await post<AssessmentResult>(`/cases/${id}/assessment`, { body: {}, etag: saved.etag })
      return saved
    },
    onSettled: () => refresh(client, id),
  })
}

/** Asks the law on the facts as they are kept, and keeps the answer. */
export function useAssess(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (etag: string | undefined) =>
      (await post<AssessmentResult>(`/cases/${id}/assessment`, { body: {}, etag })).data,
    onSettled: () => refresh(client, id),
  })
}

async function refresh(client: ReturnType<typeof useQueryClient>, id: string) {
  await client.invalidateQueries({ queryKey: caseKey(id) })
  void client.invalidateQueries({ queryKey: ['board'] })
  void client.invalidateQueries({ queryKey: ['cases'] })
}
