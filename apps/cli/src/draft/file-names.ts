import type { DueReport } from './due-reports.js'

/**
 * A file name for each draft, without ending: reference, authority, device where there are several, and kind.
 * No two are the same, whatever the reference holds.
 */
export function fileNames(reference: string, reports: readonly DueReport[]): readonly string[] {
  const severalDevices = new Set(reports.map(r => r.request.device)).size > 1
  const taken = new Set<string>()
  return reports.map(({ due, request }) => {
    const parts = [
      reference,
      due.authorityId ?? `${request.for}-${request.authority.country}`,
      ...(severalDevices ? [`device-${request.device + 1}`] : []),
      request.kind,
    ]
    const wanted = parts.map(safe).join('_')
    let name = wanted
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}-${n}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Letters and digits that every file system takes; no name begins with a dot or a minus sign. */
function safe(part: string): string {
  const plain = part
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.+-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  return plain === '' ? 'report' : plain.slice(0, 60)
}
