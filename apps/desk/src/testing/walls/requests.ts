import { type Inside, NOWHERE } from './world.js'

/** A request to a route that is no plain noun, right but for whose tenant it is in. */
export interface WallRequest {
  readonly body?: unknown
  readonly query?: string
  readonly type?: string
}

const PROOF = { kind: 'message-id', reference: 'x' }
const PAYLOAD = {
  tenantId: NOWHERE,
  entity: 'report_drafts',
  entityId: NOWHERE,
  version: 1,
  contentHash: '',
  meaning: 'approval',
  printedName: '',
  signerTenantId: NOWHERE,
  signerId: NOWHERE,
  at: '',
  zone: 'UTC',
  nonce: '',
}

const text = (value: string) => new TextEncoder().encode(value)

/** By method and path of the route. `tenantId` is the tenant behind the wall, `mark` a word of its records. */
export const wallRequests = (
  tenantId: string,
  mark: string,
  inside: Readonly<Record<string, Inside>>,
): Readonly<Record<string, WallRequest>> => ({
  'get /signatures': { query: `?entity=organisations&id=${inside['/organisations']?.id}` },
  'post /files': {
    query: `?entity=cases&entityId=${inside['/cases']?.id ?? NOWHERE}&name=a.txt`,
    body: text(mark),
    type: 'text/plain',
  },
  'post /imports/mir': { query: `?tenantId=${tenantId}`, body: text('<incident/>'), type: 'application/xml' },
  'post /cases/{id}/reports': { body: { obligationId: NOWHERE } },
  'post /drafts/{id}/state': { body: { to: 'in-review' } },
  'post /drafts/{id}/approval': { body: { payload: PAYLOAD, proof: { method: 'password', password: 'x' } } },
  'post /submissions/{id}/state': { body: { to: 'waiting' } },
  'post /submissions/{id}/sent': { body: { sentAt: '2026-11-25T09:00:00Z', zone: 'UTC', proof: PROOF } },
  'post /submissions/{id}/receipts': {
    body: { receivedAt: '2026-11-25T09:00:00Z', zone: 'UTC', proof: PROOF },
  },
  'post /cases/{id}/assessment': { body: {} },
  'get /search': { query: `?q=${encodeURIComponent(mark)}` },
  'post /intake/text': { body: { text: mark, tenantId } },
  'post /intake/eml': {
    body: text(`From: a@example.org\r\nSubject: x\r\n\r\n${mark}`),
    query: `?tenantId=${tenantId}`,
    type: 'message/rfc822',
  },
  'post /imports': {
    body: text(`Name;Country\n${mark};DE\n`),
    query: `?kind=organisations&name=x&tenantId=${tenantId}`,
    type: 'text/csv',
  },
  'post /imports/{id}/check': { body: { mapping: {} } },
  'post /imports/{id}/run': { body: { settings: { mapping: { name: 0, country: 1 } } } },
  'put /signals/{id}/duplicate-of': { body: { signalId: null, reason: 'x' } },
  'post /signals/{id}/forward': {
    body: { addressee: 'manufacturer', name: 'x', from: 'a@example.org', text: mark },
  },
  'put /forwards/{id}': { body: { state: 'prepared' } },
  'post /signals/{id}/case': { body: {} },
  'post /udi/decode': { body: { text: '09521234500018' } },
})

/** Routes with a body that only read: another tenant may ask them, and gets what is its own. */
export const READ_ONLY: ReadonlySet<string> = new Set(['post /udi/decode', 'get /search'])
