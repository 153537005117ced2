import type { Case } from '@vigie/desk/shapes'
import { Link, useLocation, useSearchParams } from 'wouter'
import m from '#messages/facts'
import type { Loaded } from '../../api/client.js'
import { AllFacts, EditFacts, useCaseFields } from '../../facts/edit/facts-editor.js'
import { FactsView } from '../../facts/facts-view.js'
import { Field } from '../../parts/field.js'
import { findingAt } from '../../parts/findings.js'
import { Loading } from '../../parts/loading.js'
import { ProblemView } from '../../parts/problem-view.js'
import { useWho } from '../../session/session.js'
import { CaseEditor } from './case-editor.js'
import { useDraft } from './draft.js'

/** The facts of a case, to read; and to change, where one may. */
export function FactsTab({ loaded }: { readonly loaded: Loaded<Case> }) {
  const { data: shown, etag } = loaded
  const who = useWho()
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useDraft(shown.id)
  const fields = useCaseFields()
  const here = `/cases/${shown.id}?tab=facts`
  if (fields.isPending) return <Loading />
  if (fields.isError) return <ProblemView error={fields.error} retry={() => void fields.refetch()} />
  if (search.get('edit') === null) {
    return (
      <>
        {who.scopes.includes('write') && (
          <p className="actions">
            <Link className="button button-primary" href={`${here}&edit=1`}>
              {m.edit}
            </Link>
            {draft !== undefined && <span className="quiet">{m.unsaved}</span>}
          </p>
        )}
        <FactsView fields={fields.data} file={shown.file} />
      </>
    )
  }
  const now = draft ?? { title: shown.title, file: shown.file, etag }
  return (
    <CaseEditor loaded={loaded} draft={draft} onDraft={setDraft} onDone={() => navigate(here)}>
      {problem => (
        <>
          <Field path="title" label={m.title} error={findingAt(problem, 'title')}>
            {field => (
              <input
                {...field}
                value={now.title}
                onChange={e => setDraft({ ...now, title: e.target.value })}
              />
            )}
          </Field>
          <EditFacts
            file={now.file}
            onChange={file => setDraft({ ...now, file })}
            problem={problem}
            zone={who.zone}
          >
            <AllFacts fields={fields.data} />
          </EditFacts>
        </>
      )}
    </CaseEditor>
  )
}
