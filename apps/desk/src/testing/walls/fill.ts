import type { Store } from '@vigie/record'
import type { TestDesk } from '../desk.js'
import { pumpCase } from '../examples.js'
import type { Someone } from '../people.js'
import { fillPeople } from './fill-people.js'
import { fillRegistry } from './fill-registry.js'
import { fillReports } from './fill-reports.js'
import { fillSignals } from './fill-signals.js'
import { type Filling, type Inside, MARK } from './world.js'

/** Fills the tenant of `acme` with at least one record of every collection of the API. */
export async function fill(
  desk: TestDesk,
  store: Store,
  acme: Someone,
  token: string,
): Promise<Readonly<Record<string, Inside>>> {
  const filled: Record<string, Inside> = {}
  const sent: Filling['sent'] = async (method, path, options = {}) => {
    const answer = await desk.send(method, path, { token, ...options })
    if (answer.status !== 201) throw new Error(`${method} ${path}: ${answer.text}`)
    return String(answer.json['id'])
  }
  const make: Filling['make'] = async (path, body, change = body) => {
    const id = await sent('POST', path, { body })
    filled[path] = { id, body, change }
    return id
  }
  const f: Filling = { desk, store, acme, token, filled, make, sent }
  const { deviceId } = await fillRegistry(f)
  await fillPeople(f)
  const caseId = await make('/cases', { title: MARK, file: pumpCase(`W-${acme.id}`.slice(0, 50)) })
  await fillReports(f, caseId)
  await fillSignals(f, caseId, deviceId)
  filled['/tokens'] = { id: caseId, body: { name: 'x', scopes: ['read'] } }
  return filled
}
