import type { DraftKind, TargetName } from '@vigie/forms'
import { type Command, Option } from 'commander'
import { type Context, pageOf, writeJson } from '../context.js'
import type { DueReport } from '../draft/due-reports.js'
import { makeFolder, writeNewOutputs } from '../io/write.js'
import { LAW_OPTION, loadLaw } from '../load-law.js'
import { dayOption } from '../options.js'
import { readCase, refuseCase } from '../read-case.js'
import { examples } from '../text/examples.js'

const TARGETS = ['EU', 'NI', 'GB', 'CH'] as const satisfies readonly TargetName[]
const KINDS = [
  'initial',
  'follow-up',
  'initial+final',
  'final-reportable',
  'final-non-reportable',
] as const satisfies readonly DraftKind[]

interface Options {
  readonly for?: TargetName[]
  readonly output: string
  readonly kind?: DraftKind
  readonly at?: string
  readonly force?: true
  readonly law?: string
  readonly json?: true
}

/** `vigie mir draft`: the reports that are due on a case, filled from it. */
export function registerMirDraft(group: Command, context: Context): void {
  const command = group
    .command('draft')
    .summary('fill the reports that are due on a case')
    .description(
      'Fills a MIR for every authority that is owed one on the incident: one XML file and one list of what is missing for each authority and device. Nothing is made up: what the case does not say is on the list.',
    )
    .argument('<case>', 'case file in JSON, or - for standard input')
    .addOption(
      new Option('--for <where...>', 'only for these (default: all that are owed one)').choices(TARGETS),
    )
    .requiredOption('-o, --output <folder>', 'folder for the files; made if it is not there')
    .addOption(new Option('--kind <kind>', 'the type of report (default: what is due)').choices(KINDS))
    .option('--at <day>', 'the day of the report (default: today)')
    .option('--force', 'replace files that are there and say something else')
    .option(...LAW_OPTION)
    .option('--json', 'write JSON: { drafts, notDrafted, notDue }')
    .action((file: string, options: Options) => draft(context, file, options))
  examples(command, [
    ['vigie mir draft case.json -o out', 'for every authority that is owed one'],
    ['vigie mir draft case.json --for EU -o out', 'for the Union only'],
    ['vigie mir draft case.json --kind follow-up -o out', 'a follow-up report'],
  ])
  command.addHelpText(
    'after',
    '\nExit code 1: something is missing that blocks a draft, or nothing is due where a report was asked for.',
  )
}

async function draft(context: Context, file: string, options: Options): Promise<void> {
  const { io } = context
  const json = options.json === true
  const at = await dayOption('--at', options.at, io)
  const law = await loadLaw(context, options.law, json)
  if (law === undefined) return
  const read = await readCase(context, file)
  if ('findings' in read) return refuseCase(context, file, read.findings, json)
  const { assess } = await import('@vigie/law')
  const { blocks } = await import('@vigie/kernel')
  const { dueReports } = await import('../draft/due-reports.js')
  const result = assess(read.case, { at, law })
  const asked = (where: string) => options.for === undefined || options.for.some(t => t === where)
  const all = dueReports(read.case, result, law, at, options.kind)
  const reports = all.reports.filter(r => asked(r.request.for))
  const notDrafted = all.notDrafted.filter(r => asked(r.due.jurisdiction))
  const notDue = result.notDue.filter(n => asked(n.jurisdiction) && n.about === null)
  const drafts = await draftAll(read.case, reports, io.localTime())
  if (drafts.length > 0) await makeFolder(io, options.output)
  const { missingText } = await import('../show/draft.js')
  const files = drafts.map(d => ({
    ...d,
    xmlFile: `${options.output}/${d.name}.xml`,
    missingFile: `${options.output}/${d.name}.missing.txt`,
  }))
  await writeNewOutputs(
    io,
    files.flatMap(d => [
      { to: d.xmlFile, content: d.xml },
      { to: d.missingFile, content: missingText(d, file) },
    ]),
    options.force === true,
    [file],
  )
  if (drafts.some(d => blocks(d.missing)) || blocks(result.findings)) context.end(1)
  if (drafts.length === 0 && (options.for !== undefined || notDrafted.length > 0)) context.end(1)
  if (json)
    return writeJson(context, { drafts: files.map(jsonOf), notDrafted, notDue, findings: result.findings })
  const { draftLines } = await import('../show/draft.js')
  const page = pageOf(context)
  await page.lines(draftLines({ drafts: files, notDrafted, notDue, findings: result.findings }, at, page))
}

async function draftAll(
  file: Parameters<typeof import('@vigie/forms').draftMir>[0],
  reports: readonly DueReport[],
  time: string,
) {
  const { draftMir, stampForExport, writeMir } = await import('@vigie/forms')
  const { fileNames } = await import('../draft/file-names.js')
  const names = fileNames(
    file.reference,
    reports.map(({ due, request: r }) => ({
      authorityId: due.authorityId,
      where: `${r.for}-${r.authority.country}`,
      device: r.device,
      kind: r.kind,
    })),
  )
  return reports.map(({ due, request }, i) => {
    const { report, filled, missing, notes } = draftMir(file, request)
    return {
      name: names[i] ?? `report-${i + 1}`,
      due,
      request,
      version: report.version,
      xml: writeMir(stampForExport(report, time)),
      filled,
      missing,
      notes,
    }
  })
}

/** One drafted report with its files. */
export type DraftFile = Awaited<ReturnType<typeof draftAll>>[number] & {
  readonly xmlFile: string
  readonly missingFile: string
}

function jsonOf({ due, request, version, filled, missing, notes, xmlFile, missingFile }: DraftFile) {
  return {
    for: request.for,
    authority: due.authority,
    device: due.device,
    kind: request.kind,
    version,
    classification: due.classification,
    ceiling: due.ceiling,
    file: xmlFile,
    missingFile,
    filled,
    missing,
    notes,
  }
}
