import type { Answer, TestDesk } from './desk.js'
import { pumpCase } from './examples.js'
import { PASSWORD } from './people.js'

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

/** Who asks: a token, or the headers of a signed-in page. */
export type Auth = string | Readonly<Record<string, string>>
const asking = (auth: Auth, version?: number) => ({
  ...(typeof auth === 'string' ? { token: auth } : {}),
  headers: {
    ...(typeof auth === 'string' ? {} : auth),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  },
})

/** Sends a draft into review and approves it as somebody else; answers its version afterwards. */
export async function approved(
  desk: TestDesk,
  author: Auth,
  reviewer: Auth,
  draftId: string,
): Promise<number> {
  const { json } = await desk.send('GET', `/drafts/${draftId}`, asking(author))
  const review = await step(desk, author, draftId, Number(json['version']), { to: 'in-review' })
  if (review.status !== 200) throw new Error(review.text)
  const answer = await signAs(desk, reviewer, draftId, Number(review.json['version']))
  if (answer.status !== 200) throw new Error(answer.text)
  return Number(answer.json['version'])
}

export const step = (desk: TestDesk, auth: Auth, draftId: string, version: number, body: object) =>
  desk.send('POST', `/drafts/${draftId}/state`, { ...asking(auth, version), body })

/** Asks what is to be signed, and signs it with the password. */
export async function signAs(
  desk: TestDesk,
  auth: Auth,
  draftId: string,
  version: number,
  more: { readonly payload?: object; readonly password?: string; readonly override?: object } = {},
): Promise<Answer> {
  const shown = await desk.send('POST', `/drafts/${draftId}/signing`, asking(auth, version))
  if (shown.status !== 200) return shown
  const payload = { ...Object(shown.json['payload']), ...more.payload }
  const proof = { method: 'password', password: more.password ?? PASSWORD }
  const override = more.override === undefined ? {} : { override: more.override }
  return desk.send('POST', `/drafts/${draftId}/approval`, {
    ...asking(auth),
    body: { payload, proof, ...override },
  })
}
