import { type Filling, MARK, RECEIVED } from './world.js'

/** Signals, their links, a forward and an import that was run. */
export async function fillSignals(f: Filling, caseId: string, deviceId: string): Promise<void> {
  const { make, sent, filled, token } = f
  const body = { kind: 'complaint', text: MARK, ...RECEIVED }
  const signalId = await make('/signals', body)
  // Linking a signal changes it, so that the one which is linked is another one.
  const linked = await sent('POST', '/signals', { body })
  await make('/case-signals', { caseId, signalId: linked })
  await make('/case-devices', { caseId, deviceId, lot: MARK })
  const addressed = { addressee: 'manufacturer', name: MARK, from: 'a@example.org' }
  filled['/forwards'] = {
    id: await sent('POST', `/signals/${signalId}/forward`, { body: addressed }),
    body: {},
  }
  const importId = await sent('POST', `/imports?kind=organisations&name=${encodeURIComponent(MARK)}`, {
    body: new TextEncoder().encode(`Name;Country\n${MARK} 2;DE\n`),
    headers: { 'content-type': 'text/csv' },
  })
  filled['/imports'] = { id: importId, body: {} }
  await f.desk.send('POST', `/imports/${importId}/run`, {
    token,
    body: { settings: { mapping: { name: 0, country: 1 } } },
    headers: { 'if-match': '"1"' },
  })
}
