import { strToU8, zipSync } from 'fflate'

/** A cell of a spreadsheet for tests: text, a number as it is written, a day by its serial number, a formula. */
export type TestCell =
  | string
  | { readonly number: string }
  | { readonly day: number }
  | { readonly formula: string; readonly value: string }

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function cellXml(cell: TestCell): string {
  if (typeof cell === 'string')
    return `<c t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
  if ('number' in cell) return `<c><v>${cell.number}</v></c>`
  if ('day' in cell) return `<c s="1"><v>${cell.day}</v></c>`
  return `<c t="str"><f>${escape(cell.formula)}</f><v>${escape(cell.value)}</v></c>`
}

/** A spreadsheet with one sheet, as few parts as readers ask for. */
export function xlsx(rows: readonly (readonly TestCell[])[], name = 'Sheet1'): Uint8Array {
  const data = rows
    .map((row, r) => {
      const cells = row.map((cell, c) =>
        cellXml(cell).replace('<c', `<c r="${String.fromCharCode(65 + c)}${r + 1}"`),
      )
      return `<row r="${r + 1}">${cells.join('')}</row>`
    })
    .join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${head}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
    ),
  })
}
