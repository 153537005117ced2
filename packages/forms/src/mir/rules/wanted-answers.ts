import { kind, type Severity } from '@vigie/kernel'
import { perTable, rowsByPath } from '../../table/index-of.js'
import { appliesTo, type Wanted } from '../../table.js'
import { defineRule } from './rule.js'

interface Asked {
  readonly path: string
  readonly label: string
  readonly wanted: Wanted
  readonly unknownWord: string | undefined
}

const askedIn = perTable((table): readonly Asked[] =>
  [...rowsByPath(table).values()].flatMap(({ path, row }) => {
    if (row.wanted === undefined) return []
    const unknownWord = row.kind === 'leaf' ? row.word?.unknown : undefined
    return [{ path, label: row.label, wanted: row.wanted, unknownWord }]
  }),
)

type Says = { label: string; why: string; unknownWord: string | undefined }
const says = (p: Says) => `${p.label} is not answered. ${p.why}`
const mend = (p: Says) =>
  p.unknownWord === undefined ? `Fill in ${p.label}.` : `Fill in ${p.label}, or write ${p.unknownWord}.`
const CODE: Record<Severity, 'UNANSWERED' | 'OPEN' | 'ADVISED'> = {
  blocks: 'UNANSWERED',
  'may-stay-unknown': 'OPEN',
  recommended: 'ADVISED',
}

export const wantedAnswers = defineRule({
  id: 'wanted-answers',
  source: 'The rows of the field table that are wanted beyond the schema, each with its reason',
  kinds: {
    UNANSWERED: kind<Says>('blocks', 'A field that law or guidance demands is not answered.', says, mend),
    OPEN: kind<Says>('may-stay-unknown', 'A field is not answered; it may stay unknown for now.', says, mend),
    ADVISED: kind<Says>('recommended', 'A field that is good to have is not answered.', says, mend),
  },
  check(form, make, add) {
    for (const { path, label, wanted, unknownWord } of askedIn(form.table)) {
      if (!appliesTo(wanted.for, form.type)) continue
      const answer = form.answers.get(path)
      const open = answer === undefined ? !form.has(path) : answer.state === 'not-answered'
      if (open) add(make[CODE[wanted.severity]](form.at(path), { label, why: wanted.why, unknownWord }))
    }
  },
})
