import type { LiveAssessment, NotDue, ReportDue } from '@vigie/desk/shapes'
import board from '#messages/board'
import m from '#messages/case'
import parts from '#messages/parts'
import { dayOrNone, reportName, Why } from '../../clocks/why.js'
import { Badge, ClockBadge } from '../../parts/badge.js'
import { type Column, DataTable } from '../../parts/data-table.js'
import { daysBetween } from '../../time/days.js'
import { dayText } from '../../time/format.js'

type Row =
  | { readonly answer: 'due' | 'undetermined' | 'sent'; readonly report: ReportDue }
  | { readonly answer: 'not-due'; readonly report: NotDue }

const ORDER = ['due', 'undetermined', 'sent', 'not-due'] as const satisfies readonly Row['answer'][]

/** Every authority the law was asked about: what it gets by when, and what it does not get and why. */
export function Matrix({ assessment }: { readonly assessment: LiveAssessment }) {
  const rows: readonly Row[] = [
    ...assessment.reports.map((report): Row => ({ answer: stateOf(report), report })),
    ...assessment.notDue.map((report): Row => ({ answer: 'not-due', report })),
  ].sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer) || byCeiling(a, b))
  const severalDevices = new Set(rows.map(r => r.report.device)).size > 1
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{m.matrix.title}</h2>
      <DataTable
        caption={m.matrix.caption}
        columns={columns(assessment.at, severalDevices)}
        rows={rows}
        rowKey={r =>
          JSON.stringify([
            r.answer,
            r.report.jurisdiction,
            r.report.authority,
            reportName(r.report),
            r.report.device,
          ])
        }
        exportName="authorities"
        detail={r => (r.answer === 'not-due' ? null : <Why report={r.report} />)}
        detailLabel={r => board.whyOf(reportName(r.report), r.report.authority)}
        empty={<p>{m.matrix.empty}</p>}
      />
    </section>
  )
}

const stateOf = (report: ReportDue) =>
  report.sent !== null && report.sent.proof !== null ? 'sent' : report.state

const ceilingOf = (row: Row) => (row.answer === 'not-due' ? '' : (row.report.ceiling ?? '9999'))
const byCeiling = (a: Row, b: Row) => ceilingOf(a).localeCompare(ceilingOf(b))

function Answer({ row, at }: { readonly row: Row; readonly at: string }) {
  if (row.answer === 'not-due')
    return (
      <Badge tone="neutral" sign="–">
        {parts.clock.notDue}
      </Badge>
    )
  const { sent, ceiling } = row.report
  if (row.answer === 'sent') {
    return (
      <Badge tone="ok" sign="✓">
        {m.matrix.sent(dayText(sent?.on ?? ''))}
      </Badge>
    )
  }
  return (
    <span className="badges">
      {row.answer === 'undetermined' && (
        <Badge tone="open" sign="?">
          {parts.clock.undetermined}
        </Badge>
      )}
      <ClockBadge daysLeft={ceiling === null ? null : daysBetween(at, ceiling)} />
      {sent !== null && <span className="quiet">{m.matrix.sentNoProof(dayText(sent.on))}</span>}
    </span>
  )
}

const classificationText = (text: string) => (text === 'undetermined' ? m.matrix.classificationOpen : text)

const answerText = (row: Row) =>
  row.answer === 'due'
    ? parts.clock.due
    : row.answer === 'sent'
      ? parts.clock.sent
      : row.answer === 'not-due'
        ? parts.clock.notDue
        : parts.clock.undetermined

function columns(at: string, severalDevices: boolean): readonly Column<Row>[] {
  return [
    {
      id: 'to',
      header: m.matrix.to,
      rowHeader: true,
      cell: r => r.report.authority,
      text: r => r.report.authority,
    },
    {
      id: 'answer',
      header: m.matrix.answer,
      narrow: true,
      cell: r => <Answer row={r} at={at} />,
      text: answerText,
    },
    {
      id: 'what',
      header: m.matrix.what,
      cell: r => (
        <>
          {reportName(r.report)}
          {r.answer !== 'not-due' && r.report.classification !== null && (
            <div className="quiet">{classificationText(r.report.classification)}</div>
          )}
          {severalDevices && <div className="quiet">{r.report.device}</div>}
        </>
      ),
      text: r => `${reportName(r.report)}; ${r.report.device}`,
    },
    {
      id: 'by',
      header: m.matrix.by,
      narrow: true,
      cell: r => r.answer !== 'not-due' && <Days report={r.report} />,
      text: r => (r.answer === 'not-due' ? '' : (r.report.ceiling ?? '')),
    },
    {
      id: 'because',
      header: m.matrix.because,
      cell: r => (r.answer === 'not-due' ? r.report.why : r.report.timing),
      text: r => r.report.why,
    },
    {
      id: 'law',
      header: m.matrix.law,
      cell: r => <span className="quiet">{r.report.citation}</span>,
      text: r => r.report.citation,
    },
  ]
}

function Days({ report }: { readonly report: ReportDue }) {
  return (
    <>
      <strong>{dayOrNone(report.ceiling)}</strong>
      {report.target !== report.ceiling && (
        <div className="quiet">
          {board.target} {dayOrNone(report.target)}
        </div>
      )}
    </>
  )
}
