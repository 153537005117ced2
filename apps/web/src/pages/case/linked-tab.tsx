import { useQuery } from '@tanstack/react-query'
import type { FileView, ReportChain, Signal } from '@vigie/desk/shapes'
import { Link } from 'wouter'
import m from '#messages/linked'
import { allOf } from '../../api/pages.js'
import type { Column } from '../../parts/data-table.js'
import { dayText, instantText } from '../../time/format.js'
import { caseKey } from './case-data.js'
import { type LinkedDevice, useChains, useLinkedDevices, useLinkedSignals } from './linked-data.js'
import { LinkedList } from './linked-list.js'

const chainHref = (c: ReportChain) => `/cases/${c.caseId}/reports/${c.id}`
const chainParts = (c: ReportChain) =>
  [m.reports.states[c.state], m.reports.issued(c.reports.length), m.reports.drafts(c.drafts.length)].join(
    ', ',
  )

const CHAINS: readonly Column<ReportChain>[] = [
  {
    id: 'report',
    header: m.reports.report,
    rowHeader: true,
    cell: c => <Link href={chainHref(c)}>{c.form}</Link>,
    text: c => c.form,
  },
  { id: 'authority', header: m.reports.authority, cell: c => c.authority, text: c => c.authority },
  { id: 'device', header: m.reports.device, cell: c => c.device, text: c => c.device },
  { id: 'state', header: m.reports.state, cell: chainParts, text: chainParts },
  {
    id: 'number',
    header: m.reports.number,
    cell: c => c.authorityReference ?? '',
    text: c => c.authorityReference ?? '',
  },
  {
    id: 'promised',
    header: m.reports.promised,
    narrow: true,
    cell: c => (c.promisedOn === null ? '' : dayText(c.promisedOn)),
    text: c => c.promisedOn ?? '',
  },
]

const SIGNALS: readonly Column<Signal>[] = [
  {
    id: 'reference',
    header: m.signals.reference,
    rowHeader: true,
    cell: s => <Link href={`/signals/${s.id}`}>{s.reference ?? s.id}</Link>,
    text: s => s.reference ?? s.id,
  },
  {
    id: 'subject',
    header: m.signals.subject,
    cell: s => s.subject ?? m.signals.noSubject,
    text: s => s.subject ?? '',
  },
  { id: 'kind', header: m.signals.kind, cell: s => s.kind, text: s => s.kind },
  {
    id: 'received',
    header: m.signals.received,
    narrow: true,
    cell: s => instantText(s.receivedAt, s.receivedZone),
    text: s => `${s.receivedAt} ${s.receivedZone}`,
  },
  { id: 'source', header: m.signals.source, cell: s => s.source, text: s => s.source },
]

const DEVICES: readonly Column<LinkedDevice>[] = [
  {
    id: 'name',
    header: m.devices.name,
    rowHeader: true,
    cell: d => <Link href={`/devices/${d.device.id}`}>{d.device.name}</Link>,
    text: d => d.device.name,
  },
  { id: 'lot', header: m.devices.lot, cell: d => d.link.lot ?? '', text: d => d.link.lot ?? '' },
  { id: 'serial', header: m.devices.serial, cell: d => d.link.serial ?? '', text: d => d.link.serial ?? '' },
  {
    id: 'version',
    header: m.devices.version,
    cell: d => d.link.softwareVersion ?? '',
    text: d => d.link.softwareVersion ?? '',
  },
]

const FILES: readonly Column<FileView>[] = [
  {
    id: 'name',
    header: m.files.name,
    rowHeader: true,
    cell: f => (
      <a href={`/api/files/${f.id}`} download={f.name}>
        {f.name}
      </a>
    ),
    text: f => f.name,
  },
  { id: 'kind', header: m.files.kind, cell: f => f.mediaType, text: f => f.mediaType },
  { id: 'size', header: m.files.size, cell: f => m.files.bytes(f.size), text: f => String(f.size) },
  {
    id: 'hash',
    header: m.files.hash,
    cell: f => <span className="mono wrap">{f.sha256}</span>,
    text: f => f.sha256,
  },
]

/** What hangs on a case: its reports, the signals and devices it is about, the files kept with it. */
export function LinkedTab({ caseId }: { readonly caseId: string }) {
  const files = useQuery({
    queryKey: [...caseKey(caseId), 'files'],
    queryFn: () => allOf<FileView>('/files', { entity: 'cases', entityId: caseId }),
  })
  return (
    <div className="stack">
      <LinkedList
        {...m.reports}
        query={useChains(caseId)}
        columns={CHAINS}
        rowKey={c => c.id}
        exportName="reports"
      />
      <LinkedList
        {...m.signals}
        query={useLinkedSignals(caseId)}
        columns={SIGNALS}
        rowKey={s => s.id}
        exportName="signals"
      />
      <LinkedList
        {...m.devices}
        query={useLinkedDevices(caseId)}
        columns={DEVICES}
        rowKey={d => d.link.id}
        exportName="devices"
      />
      <LinkedList {...m.files} query={files} columns={FILES} rowKey={f => f.id} exportName="files" />
    </div>
  )
}
