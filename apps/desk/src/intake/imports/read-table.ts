import { importFindings } from './findings.js'
import { readCsv } from './read-csv.js'
import { readXlsx } from './read-xlsx.js'
import { refuseImport } from './refuse.js'
import type { Table } from './table.js'

/** Reads a file as what its first bytes say it is, whatever it is called. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  const fault = faultOf(bytes, head)
  if (fault !== undefined) refuseImport([importFindings.make.FILE({ path: 'file' }, { fault })])
  return head.startsWith('PK\u0003\u0004') ? readXlsx(bytes) : readCsv(bytes)
}

function faultOf(bytes: Uint8Array, head: string): string | undefined {
  if (bytes.length === 0) return 'it is empty'
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return 'it is a spreadsheet of the old kind (.xls), or one locked with a password'
  if (head.startsWith('%PDF')) return 'it is a PDF'
  if (/^(?:\u00EF\u00BB\u00BF)?\s*</.test(head)) return 'it is a page (HTML or XML)'
  return undefined
}
