import type { UseQueryResult } from '@tanstack/react-query'
import type { Case, LiveAssessment } from '@vigie/desk/shapes'
import { Link } from 'wouter'
import m from '#messages/case'
import type { Loaded } from '../../api/client.js'
import { Loading } from '../../parts/loading.js'
import { FindingList } from '../../parts/problem-summary.js'
import { ProblemView } from '../../parts/problem-view.js'
import { dayText } from '../../time/format.js'
import { Matrix } from './matrix.js'
import { Simulations, Tasks } from './tasks.js'

interface Props {
  readonly loaded: Loaded<Case>
  readonly live: UseQueryResult<LiveAssessment>
}

/** What is due on a case, to whom, by when and why; what is not due, and why not. */
export function DutiesTab({ loaded, live }: Props) {
  const { data: shown } = loaded
  if (live.isPending) return <Loading />
  if (live.isError) return <ProblemView error={live.error} retry={() => void live.refetch()} />
  const { findings, questions, tasks, simulations, at, lawRelease } = live.data
  const questionsHref = `/cases/${shown.id}?tab=questions`
  return (
    <div className="stack">
      {shown.state === 'open' && <p className="note">{m.changedSince}</p>}
      {findings.length > 0 && (
        <section className="card" aria-labelledby="contradictions">
          <h2 id="contradictions">{m.findingsTitle}</h2>
          <p className="quiet">{m.findingsLead}</p>
          <FindingList findings={findings} hrefOf={() => `/cases/${shown.id}?tab=facts`} />
        </section>
      )}
      {questions.length > 0 && (
        <p className="note">
          {m.openQuestions(questions.length)} <Link href={questionsHref}>{m.toQuestions}</Link>
        </p>
      )}
      <Matrix assessment={live.data} />
      <Tasks tasks={tasks} />
      {simulations.length > 0 && <Simulations simulations={simulations} />}
      <p className="quiet">{m.asOf(dayText(at), lawRelease)}</p>
    </div>
  )
}
