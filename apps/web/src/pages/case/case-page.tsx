import { useParams } from 'wouter'
import m from '#messages/case'
import { Loading } from '../../parts/loading.js'
import { Page } from '../../parts/page.js'
import { ProblemView } from '../../parts/problem-view.js'
import { useCase } from './case-data.js'
import { CaseView } from './case-view.js'

export default function CasePage() {
  const { id = '' } = useParams()
  const loaded = useCase(id)
  if (loaded.data !== undefined) return <CaseView key={id} loaded={loaded.data} />
  return (
    <Page title={m.loading}>
      {loaded.isPending ? (
        <Loading />
      ) : (
        <ProblemView error={loaded.error} retry={() => void loaded.refetch()} />
      )}
    </Page>
  )
}
