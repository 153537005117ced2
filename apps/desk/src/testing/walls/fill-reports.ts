import { newPerson, sessionOf } from '../people.js'
import { approved, draftOf, itemsOf } from '../reports.js'
import { type Filling, MARK } from './world.js'

/** A report on an assessed case, from its chain to its sending, and a file. */
export async function fillReports(f: Filling, caseId: string): Promise<void> {
  const { desk, store, acme, token, filled, sent } = f
  await desk.send('POST', `/cases/${caseId}/assessment`, { token, body: {}, headers: { 'if-match': '"1"' } })
  const obligations = await desk.send('GET', `/cases/${caseId}/obligations`, { token })
  const due = itemsOf(obligations.json).find(o => o['jurisdiction'] === 'EU' && o['outcome'] === 'due')
  const chain = await desk.send('POST', `/cases/${caseId}/reports`, {
    token,
    body: { obligationId: due?.['id'] },
  })
  const draftId = draftOf(chain)
  filled['/chains'] = { id: String(chain.json['id']), body: {} }
  filled['/drafts'] = { id: draftId, body: {} }
  const fileId = await sent('POST', `/files?entity=cases&entityId=${caseId}&name=${MARK}.txt`, {
    body: MARK,
    headers: { 'content-type': 'text/plain' },
  })
  filled['/files'] = { id: fileId, body: {} }
  const reviewer = await sessionOf(desk, await newPerson(store, acme.tenantId, 'reviewer'))
  const version = await approved(desk, token, reviewer, draftId)
  const reportId = await sent('POST', `/drafts/${draftId}/issue`, { headers: { 'if-match': `"${version}"` } })
  filled['/reports'] = { id: reportId, body: {} }
  filled['/submissions'] = { id: await sent('POST', `/reports/${reportId}/submissions`), body: {} }
}
