import type { Clock } from '@vigie/desk/shapes'
import { Link } from 'wouter'
import m from '#messages/board'
import { dayOrNone, reportName } from '../../clocks/why.js'
import { Badge, ClockBadge, UndeterminedBadge } from '../../parts/badge.js'
import type { Column } from '../../parts/data-table.js'

interface About {
  readonly personName: (id: string | null) => string
  readonly severalRooms: boolean
}

export function boardColumns({ personName, severalRooms }: About): readonly Column<Clock>[] {
  const columns: Column<Clock>[] = [
    {
      id: 'clock',
      header: m.clock,
      narrow: true,
      cell: c => (
        <>
          <ClockBadge daysLeft={c.daysLeft} />
          {c.outcome === 'undetermined' && (
            <div>
              <UndeterminedBadge />
            </div>
          )}
        </>
      ),
      text: c => String(c.daysLeft ?? ''),
    },
    {
      id: 'ceiling',
      header: m.ceiling,
      narrow: true,
      cell: c => (
        <>
          <strong>{dayOrNone(c.ceiling)}</strong>
          {c.target !== c.ceiling && (
            <div className="quiet">
              {m.target} {dayOrNone(c.target)}
            </div>
          )}
        </>
      ),
      text: c => c.ceiling ?? '',
    },
    {
      id: 'case',
      header: m.case,
      rowHeader: true,
      cell: c => (
        <>
          <Link href={`/cases/${c.caseId}`}>{c.caseReference}</Link>
          <div className="case-title">{c.caseTitle}</div>
          {c.changedSince && (
            <Badge tone="warn" sign="▲">
              {m.changedSince}
            </Badge>
          )}
        </>
      ),
      text: c => `${c.caseReference} ${c.caseTitle}`,
    },
    { id: 'to', header: m.to, cell: c => c.authority ?? m.noAuthority, text: c => c.authority ?? '' },
    {
      id: 'what',
      header: m.what,
      cell: c => (
        <>
          {reportName(c.report)}
          <div className="quiet">
            {c.report.device}
            {c.riskClass !== null && `, ${m.class} ${c.riskClass}`}
          </div>
        </>
      ),
      text: c => `${reportName(c.report)}; ${c.subject}`,
    },
    {
      id: 'person',
      header: m.person,
      cell: c => personName(c.ownerId),
      text: c => personName(c.ownerId),
    },
  ]
  if (severalRooms) {
    columns.splice(3, 0, {
      id: 'manufacturer',
      header: m.manufacturer,
      cell: c => c.tenantName ?? '',
      text: c => c.tenantName ?? '',
    })
  }
  return columns
}
