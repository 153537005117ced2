import type {
  PrintContent,
  PrintItem,
  PrintMatrix,
  PrintModel,
  PrintRow,
  PrintSection,
  PrintValue,
} from '@vigie/forms'
import type { Page } from '../context.js'
import { hang } from '../text/wrap.js'

/** A filled report as text, section by section. */
export function modelLines(model: PrintModel, page: Page): string[] {
  const { style, width } = page
  return [
    ...hang(
      '',
      style.bold(`${model.form} ${model.version}, ${model.reportType ?? 'report type not known'}`),
      width,
    ),
    ...model.sections.flatMap(s => sectionLines(s, page)),
    ...(isUnsure(model)
      ? ['', ...hang('* ', 'not verified in the official form: its place, name, type or meaning', width)]
      : []),
    ...(model.unplaced.length === 0
      ? []
      : [
          '',
          style.bold('WITHOUT A PLACE IN THE FORM'),
          ...model.unplaced.flatMap(u => hang('  ', `${u.in}: ${u.text}`, width)),
        ]),
  ]
}

const isUnsure = (model: PrintModel) => model.sections.some(s => s.items.some(i => i.unconfirmed.length > 0))

function sectionLines(section: PrintSection, page: Page): string[] {
  if (section.items.length === 0) return []
  return [
    '',
    ...hang(`${section.place}  `, page.style.bold(section.title), page.width),
    ...section.items.flatMap(item => itemLines(item, page)),
  ]
}

function itemLines(item: PrintItem, page: Page): string[] {
  return item.kind === 'matrix' ? matrixLines(item, page) : rowLines(item, page)
}

function rowLines({ place, label, content, unconfirmed }: PrintRow, { style, width }: Page): string[] {
  const unsure = unconfirmed.length === 0 ? '' : ' *'
  return [
    ...hang(`  ${place.padEnd(8)}`, `${label}${unsure}`, width).map(style.dim),
    ...contentTexts(content).flatMap(text => hang(' '.repeat(10), text, width)),
  ]
}

/** The answer as paragraphs; line breaks in a text stay. */
function contentTexts(content: PrintContent): string[] {
  switch (content.state) {
    case 'answered':
      return content.values.flatMap(v => valueText(v).split('\n'))
    case 'parts':
      return content.parts.map(p => `${p.label}: ${contentTexts(p.content).join('; ')}`)
    case 'unknown':
      return [`(not known${content.reason === undefined ? '' : `: ${content.reason}`})`]
    case 'not-applicable':
      return [`(does not apply${content.reason === undefined ? '' : `: ${content.reason}`})`]
    case 'not-answered':
      return ['(not answered)']
  }
}

const valueText = (v: PrintValue) => (v.meaning === undefined ? v.text : `${v.text}  ${v.meaning}`)

function matrixLines(matrix: PrintMatrix, { style, width }: Page): string[] {
  // A table that is filled for some periods only: rows without any answer are left out.
  const rows = matrix.rows.filter(r => r.cells.some(c => c.state !== 'not-answered'))
  return rows.flatMap(r => [
    ...hang(
      `  ${matrix.place.padEnd(8)}`,
      `${r.label}${matrix.unconfirmed.length === 0 ? '' : ' *'}`,
      width,
    ).map(style.dim),
    ...r.cells.flatMap((cell, i) =>
      cell.state === 'not-answered'
        ? []
        : hang(' '.repeat(10), `${matrix.columns[i] ?? ''}: ${contentTexts(cell).join('; ')}`, width),
    ),
  ])
}
