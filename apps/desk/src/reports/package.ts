import { buffer } from 'node:stream/consumers'
import { fileNamePart, type Report, textAt } from '@vigie/forms'
import { ZipFile } from 'yazl'
import type { Handover } from './package-text.js'

/** Names of the files in a package: reference, authority and kind in letters that every file system takes. */
export function packageNames(report: Report, authority: string, kind: string) {
  const reference = textAt(report, 'admin_info/mfrRef') ?? 'report'
  const base = [reference, authority, kind].map(fileNamePart).join('_')
  return { base, xml: `${base}.xml`, pdf: `${base}.pdf`, zip: `${base}.zip` }
}

/** The package as a zip archive: the files, and the text of the mail or the steps. `at` is the time its entries carry. */
export async function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  handover: Handover,
  at: Date,
): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { name, bytes } of files) zip.addBuffer(Buffer.from(bytes), name, { mtime: at })
  const { mail, steps } = handover
  if (mail !== null) {
    const text = `To: ${mail.to ?? '(address not known)'}\nSubject: ${mail.subject}\n\n${mail.body}`
    zip.addBuffer(Buffer.from(text), 'mail.txt', { mtime: at })
  }
  if (steps !== null) {
    const text = steps.map((step, i) => `${i + 1}. ${step}\n`).join('')
    zip.addBuffer(Buffer.from(text), 'steps.txt', { mtime: at })
  }
  zip.end()
  return buffer(zip.outputStream)
}
