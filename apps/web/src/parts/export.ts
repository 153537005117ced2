export interface ExportColumn<T> {
  readonly header: string
  readonly text: (row: T) => string
}

/**
 * Rows as CSV (RFC 4180), with a mark so that spreadsheets read UTF-8. A text that a spreadsheet would run as a formula
 * gets an apostrophe before it; the JSON export has every value as it is.
 */
export function csvOf<T>(columns: readonly ExportColumn<T>[], rows: readonly T[]): string {
  const line = (cells: readonly string[]) => cells.map(quoted).join(',')
  return `\uFEFF${[line(columns.map(c => c.header)), ...rows.map(r => line(columns.map(c => c.text(r))))].join('\r\n')}\r\n`
}

const quoted = (text: string): string => {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a text to the person as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
