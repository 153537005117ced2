import type { Finding } from '@vigie/kernel'
import type { ReadLimits } from '../xml/read.js'
import { openMir } from './open.js'

/** What a file is. */
export interface Detected {
  /** `MIR-form-data`: raw data of the PDF form, or a PDF that holds them. */
  readonly kind: 'MIR' | 'MIR-form-data' | 'FSCA' | 'EUDAMED' | 'PDF' | 'HTML' | 'ZIP' | 'XML' | 'unreadable'
  readonly version?: string
  readonly reportType?: string
  /** For anything but a MIR: the one sentence that says what it is and what to do. */
  readonly findings: readonly Finding[]
}

const KINDS: Readonly<Record<string, Detected['kind']>> = {
  'FORM-FSCA': 'FSCA',
  'FORM-EUDAMED': 'EUDAMED',
  'FORM-OTHER': 'XML',
  'FORM-UNKNOWN-VERSION': 'MIR',
  'FORM-PDF-ENCRYPTED': 'PDF',
  'FORM-PDF-DATA-BROKEN': 'PDF',
  'XML-PDF': 'PDF',
  'XML-HTML': 'HTML',
  'XML-ZIP': 'ZIP',
}

/** Tells what a file is by its content, never by its name. Never throws on input. */
export function detectForm(bytes: Uint8Array, limits: ReadLimits = {}): Detected {
  const opened = openMir(
    bytes,
    (mir): Detected => ({
      kind: mir.source === 'xml' ? 'MIR' : 'MIR-form-data',
      version: mir.table.version,
      ...(mir.type === undefined ? {} : { reportType: mir.type.value }),
      findings: mir.findings,
    }),
    limits,
  )
  if ('read' in opened) return opened.read
  return { kind: KINDS[opened.finding.code] ?? 'unreadable', findings: [opened.finding] }
}
