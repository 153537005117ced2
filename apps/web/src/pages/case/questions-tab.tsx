import type { UseQueryResult } from '@tanstack/react-query'
import type { Case, LiveAssessment, Question } from '@vigie/desk/shapes'
import m from '#messages/case'
import type { Loaded } from '../../api/client.js'
import { EditFacts, useCaseFields } from '../../facts/edit/facts-editor.js'
import { FieldEditor } from '../../facts/edit/field-editor.js'
import { fieldAt } from '../../facts/field-at.js'
import { pathOf } from '../../facts/path.js'
import type { Field } from '../../facts/shape.js'
import { Loading } from '../../parts/loading.js'
import { ProblemView } from '../../parts/problem-view.js'
import { useWho } from '../../session/session.js'
import { dayText } from '../../time/format.js'
import { CaseEditor } from './case-editor.js'
import { useDraft } from './draft.js'

interface Props {
  readonly loaded: Loaded<Case>
  readonly live: UseQueryResult<LiveAssessment>
}

/** The questions of the law, one by one, each with its citation, what the answers mean, and the answer itself. */
export function QuestionsTab({ loaded, live }: Props) {
  const { data: shown, etag } = loaded
  const who = useWho()
  const [draft, setDraft] = useDraft(shown.id)
  const fields = useCaseFields()
  if (live.isError) return <ProblemView error={live.error} retry={() => void live.refetch()} />
  if (fields.isError) return <ProblemView error={fields.error} retry={() => void fields.refetch()} />
  if (live.isPending || fields.isPending) return <Loading />
  const now = draft ?? { title: shown.title, file: shown.file, etag }
  const { questions, answered } = live.data
  return (
    <CaseEditor loaded={loaded} draft={draft} onDraft={setDraft} onDone={() => {}}>
      {problem => (
        <EditFacts
          file={now.file}
          onChange={file => setDraft({ ...now, file })}
          problem={problem}
          zone={who.zone}
        >
          <section aria-labelledby="open-questions">
            <h2 id="open-questions">{m.questions.open}</h2>
            <p className="quiet">{questions.length === 0 ? m.questions.none : m.questions.openLead}</p>
            <ol className="questions">
              {questions.map(q => (
                <QuestionCard key={q.answerAt} question={q} fields={fields.data} />
              ))}
            </ol>
          </section>
          {answered.length > 0 && (
            <section aria-labelledby="answered-questions">
              <h2 id="answered-questions">{m.questions.answered}</h2>
              <p className="quiet">{m.questions.answeredLead}</p>
              <ol className="questions">
                {answered.map(q => (
                  <QuestionCard key={q.answerAt + q.fact} question={q} fields={fields.data} />
                ))}
              </ol>
            </section>
          )}
        </EditFacts>
      )}
    </CaseEditor>
  )
}

function QuestionCard({
  question,
  fields,
}: {
  readonly question: Question
  readonly fields: readonly Field[]
}) {
  const path = pathOf(question.answerAt)
  const field = fieldAt(fields, path)
  return (
    <li className="card question">
      <h3>{question.question}</h3>
      <dl className="facts">
        <dt>{m.questions.meaning}</dt>
        <dd>{question.meaning}</dd>
        {question.citation !== null && (
          <>
            <dt>{m.questions.law}</dt>
            <dd>{question.citation}</dd>
          </>
        )}
      </dl>
      <p className="quiet">
        {question.settles.length > 0 && m.questions.settles(question.settles.length)}
        {question.askedOn !== null && ` · ${m.questions.asked(dayText(question.askedOn))}`}
      </p>
      {field === undefined ? <p>{m.questions.notHere}</p> : <FieldEditor field={field} path={path} />}
    </li>
  )
}
