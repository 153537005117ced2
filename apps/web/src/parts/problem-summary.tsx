import type { FindingBody } from '@vigie/desk/shapes'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import app from '#messages/app'
import m from '#messages/parts'
import { isProblem } from '../api/problem.js'
import { fieldId, jumpTo } from './findings.js'

const SEVERITY: Readonly<Record<FindingBody['severity'], string>> = {
  blocks: m.problem.blocks,
  'may-stay-unknown': m.problem.mayStayUnknown,
  recommended: m.problem.recommended,
}

/** All that is wrong with what was sent, each with a jump to its field. Takes the focus when it appears. */
export function ProblemSummary({ error }: { readonly error: unknown }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error !== null && error !== undefined) box.current?.focus()
  }, [error])
  if (error === null || error === undefined) return null
  const problem = isProblem(error) ? error : undefined
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <p className="problem-title">{problem?.title ?? app.broken}</p>
      <p>{problem?.mend ?? app.brokenMend}</p>
      {problem !== undefined && <FindingList findings={problem.findings} />}
    </div>
  )
}

interface FindingListProps {
  readonly findings: readonly FindingBody[]
  /** Where the field is, when it is on another page; on this one when absent. */
  readonly hrefOf?: (finding: FindingBody) => string
}

/** Findings as a list, worst first, each with where it is and what to do. */
export function FindingList({ findings, hrefOf }: FindingListProps) {
  if (findings.length === 0) return null
  const order = Object.keys(SEVERITY)
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <ul className="findings">
      {sorted.map(f => (
        <li key={`${f.code} ${f.path} ${f.message}`} className={`finding finding-${f.severity}`}>
          <span className={`tag tag-${f.severity}`}>{SEVERITY[f.severity]}</span>{' '}
          {hrefOf === undefined ? (
            <a
              href={`#${fieldId(f.path)}`}
              onClick={event => {
                event.preventDefault()
                jumpTo(f)
              }}
            >
              {f.message}
            </a>
          ) : (
            <Link href={hrefOf(f)}>{f.message}</Link>
          )}{' '}
          <span className="mend">{f.mend}</span>
        </li>
      ))}
    </ul>
  )
}
