import { QUESTIONS, type Question } from '@vigie/law'

/** Lists in the case file that a question may be about; their number replaces `[i]`. */
const MANY = /^(\w+)\[i\]/

/**
 * The questions of the law that the case has an answer to already, each with its meaning: what was decided, one by one.
 * Those that are still open are left to the assessment.
 */
export function answeredQuestions(file: unknown, open: readonly Question[]): Question[] {
  const stillOpen = new Set(open.map(q => q.answerAt))
  return Object.entries(QUESTIONS).flatMap(([fact, text]) =>
    placesOf(file, text.answerAt)
      .filter(answerAt => !stillOpen.has(answerAt) && valueAt(file, answerAt) !== undefined)
      .map(answerAt => ({
        fact,
        question: text.ask,
        meaning: text.meaning,
        answerAt,
        citation: text.citation ?? null,
        askedOn: null,
        settles: [],
      })),
  )
}

function placesOf(file: unknown, answerAt: string): readonly string[] {
  const list = MANY.exec(answerAt)?.[1]
  if (list === undefined) return [answerAt]
  const items = valueAt(file, list)
  return Array.isArray(items) ? items.map((_, i) => answerAt.replace('[i]', `[${i}]`)) : []
}

function valueAt(file: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(step => step !== '')
    .reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null
          ? Object.entries(at).find(([key]) => key === step)?.[1]
          : undefined,
      file,
    )
}
