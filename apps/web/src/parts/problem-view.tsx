import app from '#messages/app'
import { isProblem } from '../api/problem.js'
import { Button } from './button.js'
import { FindingList } from './problem-summary.js'

interface Props {
  readonly error: unknown
  readonly retry?: () => void
}

/** A problem in place of what could not be read. */
export function ProblemView({ error, retry }: Props) {
  const problem = isProblem(error) ? error : undefined
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{problem?.title ?? app.broken}</p>
      <p>{problem?.mend ?? app.brokenMend}</p>
      {problem !== undefined && <FindingList findings={problem.findings} />}
      {problem !== undefined && problem.instance !== '' && (
        <p className="quiet">{app.requestId(problem.instance.split(':').at(-1) ?? '')}</p>
      )}
      {retry !== undefined && <Button onClick={retry}>{app.tryAgain}</Button>}
    </div>
  )
}
