import type { Answer, TestDesk } from './desk.js'
import { pumpCase } from './examples.js'

type Item = Record<string, unknown>
export const itemsOf = (json: Record<string, unknown>, name = 'items'): Item[] => {
  const list = json[name]
  return Array.isArray(list) ? list : []
}

/** A case of the invented pump, assessed, with its obligations. */
export async function assessedCase(desk: TestDesk, token: string, reference: string, change: object = {}) {
  const file = pumpCase(reference, change)
  const made = await desk.send('POST', '/cases', { token, body: { title: 'Free flow', file } })
  if (made.status !== 201) throw new Error(made.text)
  const caseId = String(made.json['id'])
  await desk.send('POST', `/cases/${caseId}/assessment`, {
    token,
    body: { at: '2026-11-25' },
    headers: { 'if-match': '"1"' },
  })
  const { json } = await desk.send('GET', `/cases/${caseId}/obligations`, { token })
  const obligations = itemsOf(json)
  const idFor = (jurisdiction: string) =>
    String(obligations.find(o => o['jurisdiction'] === jurisdiction && o['outcome'] === 'due')?.['id'])
  return { caseId, obligations, idFor }
}

/** A chain for one jurisdiction of such a case, with its first draft. */
export async function openedChain(desk: TestDesk, token: string, reference: string, jurisdiction = 'EU') {
  const found = await assessedCase(desk, token, reference)
  const answer = await desk.send('POST', `/cases/${found.caseId}/reports`, {
    token,
    body: { obligationId: found.idFor(jurisdiction) },
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return { ...found, chain: answer.json, chainId: String(answer.json['id']), draftId: draftOf(answer) }
}

/** The id of the last draft of a chain. */
export function draftOf(answer: Answer): string {
  return String(itemsOf(answer.json, 'drafts').at(-1)?.['id'])
}
