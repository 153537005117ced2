import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Obligation, ReportChain, ReportDue } from '@vigie/desk/shapes'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import m from '#messages/linked'
import { newIdempotencyKey, post } from '../../api/client.js'
import { Button } from '../../parts/button.js'
import { useSay } from '../../parts/toast.js'
import { useWho } from '../../session/session.js'
import { caseKey } from './case-data.js'

interface Props {
  readonly caseId: string
  readonly report: ReportDue
  readonly obligations: readonly Obligation[]
  readonly chains: readonly ReportChain[]
}

/** The forms that the desk itself fills. */
const FILLED = /^(MIR |GB MIR)/

/** The report that settles a duty: opened where it was begun, else begun with a draft filled from the case. */
export function BeginReport({ caseId, report, obligations, chains }: Props) {
  const who = useWho()
  const say = useSay()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const begin = useMutation({
    mutationFn: async (obligationId: string) =>
      (await post<ReportChain>(`/cases/${caseId}/reports`, { body: { obligationId }, idempotencyKey })).data,
    onSuccess: chain => {
      void client.invalidateQueries({ queryKey: caseKey(caseId) })
      navigate(`/cases/${caseId}/reports/${chain.id}`)
    },
    onError: error => say(error.message),
  })
  const obligation = obligations.find(o => isSame(o.trace.report, report))
  const chain = chains.find(
    c => obligation !== undefined && c.clocks.some(k => k.obligationId === obligation.id),
  )
  if (chain !== undefined) return <Link href={`/cases/${caseId}/reports/${chain.id}`}>{m.open}</Link>
  if (obligation === undefined || !FILLED.test(report.form) || !who.scopes.includes('write')) return null
  return (
    <Button
      busy={begin.isPending ? m.beginning : undefined}
      onClick={() => begin.mutate(obligation.id)}
      aria-label={`${m.begin}: ${report.form}, ${report.authority}`}
    >
      {m.begin}
    </Button>
  )
}

type Named = Pick<ReportDue, 'jurisdiction' | 'authority' | 'form' | 'kind' | 'device' | 'about'>

/** The same duty: who gets which report about what; its days may have changed. */
const isSame = (a: Named, b: Named) =>
  a.jurisdiction === b.jurisdiction &&
  a.authority === b.authority &&
  a.form === b.form &&
  a.kind === b.kind &&
  a.device === b.device &&
  a.about === b.about
