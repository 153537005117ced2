import { fileNamePart } from '@vigie/forms/mir'

/** What tells one draft from another. */
export interface Told {
  readonly authorityId: string | null
  /** `EU-FR`: names the authority where it has no id. */
  readonly where: string
  readonly device: number
  readonly kind: string
}

/**
 * A file name for each draft, without ending: reference, authority, device where there are several, and kind.
 * No two are the same, whatever the reference holds.
 */
export function fileNames(reference: string, reports: readonly Told[]): readonly string[] {
  const severalDevices = new Set(reports.map(r => r.device)).size > 1
  const taken = new Set<string>()
  return reports.map(({ authorityId, where, device, kind }) => {
    const parts = [reference, authorityId ?? where, ...(severalDevices ? [`device-${device + 1}`] : []), kind]
    const wanted = parts.map(fileNamePart).join('_')
    let name = wanted
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}-${n}`
    taken.add(name.toLowerCase())
    return name
  })
}
