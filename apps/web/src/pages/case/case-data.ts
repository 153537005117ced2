import { useQuery } from '@tanstack/react-query'
import type { Case, LiveAssessment } from '@vigie/desk/shapes'
import { get } from '../../api/client.js'

export const caseKey = (id: string) => ['case', id] as const

/** A case with the version it was read at. */
export function useCase(id: string) {
  return useQuery({ queryKey: caseKey(id), queryFn: () => get<Case>(`/cases/${id}`) })
}

/** What the law says of the facts as they stand; nothing of it is kept. */
export function useLiveAssessment(id: string) {
  return useQuery({
    queryKey: [...caseKey(id), 'assessment'],
    queryFn: async () => (await get<LiveAssessment>(`/cases/${id}/assessment`)).data,
  })
}

/** The fields of a case that a change sends, whole. */
export const bodyOf = ({ title, file, owner, closed }: Case) => ({ title, file, owner, closed })
