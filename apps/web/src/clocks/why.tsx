import type { ReportDue } from '@vigie/desk/shapes'
import type { ReactNode } from 'react'
import m from '#messages/board'
import parts from '#messages/parts'
import { Badge } from '../parts/badge.js'
import { dayText } from '../time/format.js'

/** What a report is, in a few words: the form, which of its kinds, and what it is about. */
export const reportName = (r: Pick<ReportDue, 'form' | 'kind' | 'about'>): string =>
  r.about === null ? `${r.form}, ${r.kind}` : `${r.form}, ${r.kind}: ${r.about}`

export const dayOrNone = (day: string | null): string => (day === null ? m.noDates : dayText(day))

/** Why a report is due by its days: the sentences of the law engine, the law they come from, every clock. */
export function Why({ report }: { readonly report: ReportDue }) {
  const assumed = report.clocks.some(c => c.governs && c.assumed)
  const zero = dayOrNone(report.day0)
  return (
    <div className="why">
      {!report.confirmed && <p className="note">{m.unconfirmed}</p>}
      <dl className="facts">
        <Line term={m.reason}>{report.why}</Line>
        <Line term={m.dayZero}>{assumed ? m.dayZeroAssumed(zero) : zero}</Line>
        <Line term={m.timing}>{report.timing}</Line>
        <Line term={m.citation}>{report.citation}</Line>
        <Line term={m.channel}>{report.channel}</Line>
        <Line term={m.owedBy}>{report.owedBy}</Line>
        {report.notes.length > 0 && <Line term={m.notes}>{report.notes.join(' ')}</Line>}
        {report.evidence.length > 0 && <Line term={m.evidence}>{report.evidence.join('; ')}</Line>}
      </dl>
      {report.clocks.length > 1 && <Clocks report={report} />}
      <p className="quiet">{m.ceilingMeans}</p>
    </div>
  )
}

function Clocks({ report }: { readonly report: ReportDue }) {
  return (
    <>
      <p className="legend">{m.clocks}</p>
      <ul className="clocks">
        {report.clocks.map(c => (
          <li key={`${c.rule}${c.classification}`}>
            <strong>{c.classification ?? c.rule}</strong>: {m.target} {dayOrNone(c.target)}, {m.ceiling}{' '}
            {dayOrNone(c.ceiling)} <span className="quiet">({c.citation})</span>{' '}
            {c.state === 'undetermined' && (
              <Badge tone="open" sign="?">
                {parts.clock.undetermined}
              </Badge>
            )}
            {c.governs && <Badge tone="accent">{m.governs}</Badge>}
            <div className="quiet">{c.why}</div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
