import type { LabelData } from '@vigie/udi'
import type { LabelRow } from '../commands/udi.js'
import type { Page } from '../context.js'
import { findingLines } from '../text/findings.js'

type Key = Exclude<keyof LabelData, 'elements' | 'issuer' | 'kind'>

const LABELS: Readonly<Record<Key, string>> = {
  di: 'device identifier',
  lot: 'lot',
  serial: 'serial number',
  expiry: 'use by',
  expiryLastDay: 'last day of use',
  expiryHour: 'last hour of use',
  expiryPrecision: 'precise to the',
  manufactured: 'made on',
  quantity: 'quantity',
  donationId: 'donation',
  lic: 'labeler (LIC)',
  pcn: 'product code',
  uom: 'unit of measure',
  checkChar: 'check character',
  linkChar: 'link character',
}

/** What one label says, for a person. */
export function labelLines(row: LabelRow, { style, width }: Page): string[] {
  const verdict =
    row.valid === true
      ? style.green('readable')
      : row.valid === false
        ? style.red('not right')
        : 'has nothing to check'
  const what = [row.issuer, row.kind].filter(w => w !== undefined).join(' ')
  return [
    `${style.bold(visible(row.input))}  ${what === '' ? '' : `${what}: `}${verdict}`,
    ...dataLines(row, '  '),
    ...findingLines(row.findings, width - 2, style).map(line => `  ${line}`),
    ...row.alternatives.flatMap((other, i) => [
      `  ${style.bold(`Another reading (${i + 1} of ${row.alternatives.length}):`)}`,
      ...dataLines(other, '    '),
    ]),
  ]
}

function dataLines(data: LabelData, indent: string): string[] {
  const keys = Object.keys(LABELS).filter((key): key is Key => key in LABELS)
  return keys.flatMap(key => {
    const value = data[key]
    return value === undefined ? [] : [`${indent}${LABELS[key].padEnd(19)}${visible(String(value))}`]
  })
}

/** Control characters as `<GS>`, so that they neither vanish nor play with the terminal. */
function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, c => NAMES[c] ?? `<${c.charCodeAt(0)}>`)
}

const NAMES: Readonly<Record<string, string>> = {
  '\u001d': '<GS>',
  '\u001e': '<RS>',
  '\u0004': '<EOT>',
  '\t': '<TAB>',
}
