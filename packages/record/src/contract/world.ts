import { create } from '../events.js'
import { newId } from '../ids.js'
import type { Actor, Store, Tx } from '../store.js'

/** Puts one row into every table of a tenant, so that the walls can be tried on all of them. */
export async function fillTenant(store: Store, actor: Actor): Promise<void> {
  await store.withInstallation(actor, tx => fillAccounts(tx))
  await store.withTenant(actor, async tx => {
    const deviceId = await fillDevices(tx)
    const caseId = await fillCase(tx, deviceId)
    await fillReports(tx, caseId)
    await fillWork(tx, caseId)
  })
}

async function fillAccounts(tx: Tx): Promise<void> {
  const { tenantId } = tx.actor
  const person = await create(
    tx,
    { entity: 'people' },
    { email: `${newId()}@example.org`, name: 'A. Person' },
  )
  await create(
    tx,
    { entity: 'memberships' },
    { person_tenant_id: tenantId, person_id: person.row.id, role: 'author' },
  )
  await create(
    tx,
    { entity: 'mandates' },
    {
      representative_tenant_id: tenantId,
      role: 'eu-ar',
      jurisdictions: JSON.stringify(['EU']),
      reporting: 'copy-only',
      may_write: false,
      valid_from: '2020-01-01',
      state: 'draft',
    },
  )
}

async function fillDevices(tx: Tx): Promise<string> {
  const maker = await create(tx, { entity: 'organisations' }, { name: 'Maker', country: 'DE' })
  await create(tx, { entity: 'organisation_roles' }, { organisation_id: maker.row.id, role: 'manufacturer' })
  const family = await create(
    tx,
    { entity: 'device_families' },
    { manufacturer_id: maker.row.id, name: 'Pump', law: 'mdr' },
  )
  const device = await create(
    tx,
    { entity: 'devices' },
    { family_id: family.row.id, name: 'Pump 1', udi_di: '04012345678901' },
  )
  await create(tx, { entity: 'certificates' }, { family_id: family.row.id, number: 'G1', kind: 'QMS' })
  await create(tx, { entity: 'markets' }, { device_id: device.row.id, country: 'FR' })
  await create(
    tx,
    { entity: 'sales' },
    {
      device_id: device.row.id,
      country: 'FR',
      period_from: '2026-01-01',
      period_to: '2026-03-31',
      measure: 'units',
      quantity: 1200,
    },
  )
  return device.row.id
}

async function fillCase(tx: Tx, deviceId: string): Promise<string> {
  const signal = await create(
    tx,
    { entity: 'signals' },
    {
      reference: 'S-1',
      kind: 'complaint',
      received_at: '2026-11-23T15:05:00.000Z',
      received_zone: 'Europe/Berlin',
      source: 'e-mail',
    },
  )
  const { row } = await create(tx, { entity: 'cases' }, { reference: 'C-1', title: 'Smoke' })
  await create(tx, { entity: 'case_signals' }, { case_id: row.id, signal_id: signal.row.id })
  await create(
    tx,
    { entity: 'forwards' },
    {
      signal_id: signal.row.id,
      addressee: 'manufacturer',
      name: 'Maker',
      channel: 'e-mail',
      message: JSON.stringify({ text: 'A complaint' }),
    },
  )
  await create(tx, { entity: 'case_devices' }, { case_id: row.id, device_id: deviceId })
  await create(
    tx,
    { entity: 'facts' },
    { case_id: row.id, path: 'event.death', state: 'known', value: JSON.stringify({ v: false }) },
  )
  await create(
    tx,
    { entity: 'obligations' },
    {
      case_id: row.id,
      rule: 'eu/mdr-87',
      subject: 'device',
      jurisdiction: 'EU',
      outcome: 'due',
      trace: JSON.stringify([]),
      law_release: '2026.1',
    },
  )
  return row.id
}

async function fillReports(tx: Tx, caseId: string): Promise<void> {
  const chain = await create(
    tx,
    { entity: 'report_chains' },
    { case_id: caseId, form: 'mir', jurisdiction: 'EU', authority: 'DE-BFARM' },
  )
  const draft = await create(
    tx,
    { entity: 'report_drafts' },
    { chain_id: chain.row.id, kind: 'initial', form_version: '7.3.1', content: JSON.stringify({ a: 1 }) },
  )
  const report = await create(
    tx,
    { entity: 'reports' },
    {
      chain_id: chain.row.id,
      draft_id: draft.row.id,
      number: 1,
      kind: 'initial',
      form_version: '7.3.1',
      law_release: '2026.1',
      content: JSON.stringify({ a: 1 }),
      content_hash: 'h',
    },
  )
  const submission = await create(
    tx,
    { entity: 'submissions' },
    { report_id: report.row.id, jurisdiction: 'EU', channel: 'mail' },
  )
  await create(
    tx,
    { entity: 'receipts' },
    {
      submission_id: submission.row.id,
      received_at: '2026-11-24T09:00:00.000Z',
      received_zone: 'UTC',
      kind: 'message-id',
    },
  )
}

async function fillWork(tx: Tx, caseId: string): Promise<void> {
  await create(
    tx,
    { entity: 'files' },
    { sha256: '0'.repeat(64), size: 3, media_type: 'text/plain', name: 'a.txt' },
  )
  await create(
    tx,
    { entity: 'imports' },
    { kind: 'sales', name: 'sales.csv', sha256: '0'.repeat(64), size: 3 },
  )
  await create(tx, { entity: 'tasks' }, { title: 'Ask the hospital', entity: 'cases', entity_id: caseId })
  await create(
    tx,
    { entity: 'signatures' },
    {
      entity: 'cases',
      entity_id: caseId,
      entity_version: 1,
      content_hash: 'c',
      payload_hash: 'p',
      meaning: 'review',
      signer_tenant_id: tx.actor.tenantId,
      signer_id: tx.actor.actorId,
      printed_name: 'A. Person',
      signed_at: '2026-11-24T09:00:00.000Z',
      signed_zone: 'UTC',
      nonce: newId(),
      method: 'password',
      proof: JSON.stringify({}),
    },
  )
  await create(tx, { entity: 'alerts' }, { kind: 'sign-in-burst', at: '2026-11-24T09:00:00.000Z' })
  await tx.db
    .insertInto('idempotency_keys')
    .values({ tenant_id: tx.actor.tenantId, actor_id: tx.actor.actorId, key: 'k', request_hash: 'h' })
    .execute()
  const { tenantId, actorId } = tx.actor
  await tx.db
    .insertInto('notifications')
    .values({ tenant_id: tenantId, id: newId(), person_id: actorId, key: 'k', kind: 'alarm' })
    .execute()
  await tx.db
    .insertInto('notification_settings')
    .values({ tenant_id: tenantId, person_id: actorId, mail: 'off' })
    .execute()
  await tx.db
    .insertInto('outbox')
    .values({ tenant_id: tenantId, id: newId(), key: 'k', message: JSON.stringify({}) })
    .execute()
}
