import type { Case } from '@vigie/desk/shapes'
import { useSearchParams } from 'wouter'
import m from '#messages/case'
import type { Loaded } from '../../api/client.js'
import { Page } from '../../parts/page.js'
import { Tabs } from '../../parts/tabs.js'
import { useWho } from '../../session/session.js'
import { CaseState } from '../cases/case-state.js'
import { CaseActions } from './case-actions.js'
import { useLiveAssessment } from './case-data.js'
import { DutiesTab } from './duties-tab.js'
import { FactsTab } from './facts-tab.js'
import { LinkedTab } from './linked-tab.js'
import { QuestionsTab } from './questions-tab.js'
import { TimelineTab } from './timeline-tab.js'

const TABS = ['duties', 'questions', 'facts', 'timeline', 'linked'] as const

export function CaseView({ loaded }: { readonly loaded: Loaded<Case> }) {
  const { data: shown } = loaded
  const who = useWho()
  const [search] = useSearchParams()
  const current = TABS.find(t => t === search.get('tab')) ?? 'duties'
  const live = useLiveAssessment(shown.id)
  const owner = shown.owner === null ? m.nobody : shown.owner.id === who.personId ? m.you : m.somebody
  return (
    <Page
      title={shown.reference}
      lead={
        <>
          <p className="wrap">{shown.title}</p>
          <p>
            <CaseState state={shown.state} /> {m.owner(owner)}
          </p>
        </>
      }
      actions={<CaseActions loaded={loaded} />}
    >
      <Tabs
        label={m.tabsLabel}
        current={current}
        tabs={TABS.map(t => ({
          id: t,
          label: m.tabs[t],
          href: t === 'duties' ? `/cases/${shown.id}` : `/cases/${shown.id}?tab=${t}`,
          count: t === 'questions' && live.data !== undefined ? live.data.questions.length : undefined,
        }))}
      />
      {current === 'duties' && <DutiesTab loaded={loaded} live={live} />}
      {current === 'questions' && <QuestionsTab loaded={loaded} live={live} />}
      {current === 'facts' && <FactsTab loaded={loaded} />}
      {current === 'timeline' && <TimelineTab caseId={shown.id} />}
      {current === 'linked' && <LinkedTab caseId={shown.id} />}
    </Page>
  )
}
