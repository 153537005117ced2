import type { LabelData } from '@vigie/udi'
import type { LabelRow } from '../commands/udi.js'
import type { Page } from '../context.js'
import { findingLines } from '../text/findings.js'
import { printable } from '../text/printable.js'

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
    `${style.bold(printable(row.input))}  ${what === '' ? '' : `${what}: `}${verdict}`,
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
    return value === undefined ? [] : [`${indent}${LABELS[key].padEnd(19)}${printable(String(value))}`]
  })
}
