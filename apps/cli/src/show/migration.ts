import type { MigrationNote, MigrationNotes } from '@vigie/forms'
import type { Page } from '../context.js'
import { hang } from '../text/wrap.js'

/** What became of each field in going to the new version. */
export function migrationLines(notes: MigrationNotes, page: Page, all: boolean): string[] {
  const { style } = page
  const section = (title: string, list: readonly MigrationNote[]) =>
    list.length === 0
      ? []
      : ['', style.bold(`${title} (${list.length})`), ...list.flatMap(n => noteLines(n, page))]
  const carried = `CARRIED UNCHANGED (${notes.carried.length})`
  return [
    ...section('NEEDS AN ANSWER', notes.needsAnswer),
    ...section('CHANGED MEANING', notes.changedMeaning),
    ...section('DROPPED, kept in the old file only', notes.dropped),
    ...(all ? section('CARRIED UNCHANGED', notes.carried) : ['', `${carried}: --all lists them`]),
  ]
}

function noteLines(note: MigrationNote, { style, width }: Page): string[] {
  const place = (note.new ?? note.old)?.place ?? ''
  const moved = note.old !== undefined && note.new !== undefined && note.old.place !== note.new.place
  return [
    ...hang(
      `  ${place.padEnd(8)}`,
      `${style.bold(note.label)}${moved ? ` (was ${note.old?.place})` : ''}`,
      width,
    ),
    ...hang(' '.repeat(10), note.sentence, width),
    ...(note.was === undefined ? [] : hang(' '.repeat(10), `It was: ${note.was.join('; ')}`, width)),
    ...(note.suggestion === undefined
      ? []
      : hang(' '.repeat(10), `Suggested, not filled in: ${note.suggestion}`, width).map(style.yellow)),
  ]
}
