// Made from the migrations by tools/tables.mjs; a test fails when they differ. Do not edit.
import type { Json } from '@vigie/kernel'
import type { Generated } from 'kysely'

export interface Alerts {
  tenant_id: string
  id: string
  version: Generated<number>
  kind: 'sign-in-burst' | 'signing-burst'
  person_id: string | null
  at: string
  state: Generated<'open' | 'acknowledged'>
  comment: string | null
}

export interface ApiTokens {
  id: string
  token_hash: string
  name: string
  scopes: Json
  person_tenant_id: string
  person_id: string
  tenant_id: string
  made_at: string
  ends_at: string
  revoked_at: string | null
}

export interface Attempts {
  account: string
  failures: number
  first_at: string
  locked_until: string | null
}

export interface AuditEvents {
  tenant_id: string
  seq: number
  at: string
  zone: string
  actor_tenant_id: string
  actor_id: string
  action: 'create' | 'change' | 'note'
  entity: string
  entity_id: string
  entity_version: number | null
  reason: string | null
  changes: Json
  row_hash: string | null
  software: string
  prev_hash: string
  hash: string
}

export interface AuditHeads {
  tenant_id: string
  seq: number
  hash: string
  seal: string | null
  seal_key: string | null
}

export interface CalendarFeeds {
  token_hash: string
  person_tenant_id: string
  person_id: string
  tenant_id: string
  made_at: string
}

export interface CaseDevices {
  tenant_id: string
  id: string
  version: Generated<number>
  case_id: string
  device_id: string
  lot: string | null
  serial: string | null
  software_version: string | null
  state: Generated<'linked' | 'unlinked'>
}

export interface CaseSignals {
  tenant_id: string
  id: string
  version: Generated<number>
  case_id: string
  signal_id: string
  state: Generated<'linked' | 'unlinked'>
}

export interface Cases {
  tenant_id: string
  id: string
  version: Generated<number>
  reference: string
  title: string
  owner_tenant_id: string | null
  owner_id: string | null
  state: Generated<'open' | 'assessed' | 'reported' | 'closed'>
  details: Generated<Json>
}

export interface Certificates {
  tenant_id: string
  id: string
  version: Generated<number>
  family_id: string
  notified_body_id: string | null
  number: string
  kind: string
  valid_from: string | null
  valid_to: string | null
  state: Generated<'valid' | 'suspended' | 'withdrawn' | 'expired'>
}

export interface Challenges {
  id: string
  purpose: 'passkey-new' | 'passkey-sign-in' | 'signature' | 'oidc'
  challenge: string
  person_id: string | null
  details: Generated<Json>
  ends_at: string
}

export interface DeviceFamilies {
  tenant_id: string
  id: string
  version: Generated<number>
  manufacturer_id: string
  basic_udi_di: string | null
  name: string
  law: 'mdr' | 'ivdr' | 'mdd' | 'aimdd' | 'ivdd' | 'other'
  risk_class: string | null
  emdn: string | null
  details: Generated<Json>
  state: Generated<'active' | 'ended'>
}

export interface Devices {
  tenant_id: string
  id: string
  version: Generated<number>
  family_id: string
  udi_di: string | null
  issuing_agency: 'gs1' | 'hibcc' | 'iccbba' | 'ifa' | 'eudamed' | null
  name: string
  catalogue_number: string | null
  details: Generated<Json>
  state: Generated<'active' | 'ended'>
}

export interface Facts {
  tenant_id: string
  id: string
  version: Generated<number>
  case_id: string
  path: string
  state: 'known' | 'unknown' | 'not-applicable' | 'asked'
  value: Json | null
  asked_on: string | null
  source: string | null
  certainty: 'confirmed' | 'reported' | 'assumed' | null
  learnt_at: string | null
  learnt_day: string | null
  learnt_zone: string | null
  learnt_written: string | null
}

export interface Files {
  tenant_id: string
  id: string
  version: Generated<number>
  sha256: string
  size: number
  media_type: string
  name: string
  entity: string | null
  entity_id: string | null
}

export interface Forwards {
  tenant_id: string
  id: string
  version: Generated<number>
  signal_id: string
  rule: string | null
  addressee:
    | 'manufacturer'
    | 'authorised representative'
    | 'importer'
    | 'UK Responsible Person'
    | 'Swiss representative'
    | 'other'
  organisation_id: string | null
  name: string
  address: string | null
  channel: 'e-mail' | 'portal' | 'letter' | 'telephone' | 'other'
  message: Json
  sent_at: string | null
  sent_zone: string | null
  proof_kind: 'message-id' | 'read-receipt' | 'reply' | 'portal' | 'postal' | 'other' | null
  proof_reference: string | null
  proof_file_id: string | null
  state: Generated<'prepared' | 'sent' | 'proven' | 'withdrawn'>
}

export interface IdempotencyKeys {
  tenant_id: string
  actor_id: string
  key: string
  request_hash: string
  response: Json | null
  at: Generated<string>
}

export interface Imports {
  tenant_id: string
  id: string
  version: Generated<number>
  kind: 'signals' | 'device-families' | 'devices' | 'organisations' | 'represented' | 'sales'
  name: string
  sha256: string
  size: number
  settings: Generated<Json>
  report: Generated<Json>
  state: Generated<'previewed' | 'done' | 'abandoned'>
}

export interface Invitations {
  id: string
  token_hash: string
  kind: 'account' | 'credential'
  tenant_id: string
  email: string
  name: string
  zone: string
  roles: Json
  person_tenant_id: string | null
  person_id: string | null
  made_by: string
  made_at: string
  ends_at: string
  used_at: string | null
  revoked_at: string | null
}

export interface Mandates {
  tenant_id: string
  id: string
  version: Generated<number>
  representative_tenant_id: string
  role: 'eu-ar' | 'uk-rp' | 'ch-rep' | 'importer' | 'distributor' | 'consultant'
  jurisdictions: Json
  reporting: 'representative-reports' | 'manufacturer-reports' | 'copy-only'
  may_write: boolean
  valid_from: string
  valid_to: string | null
  readable_until: string | null
  state: Generated<'draft' | 'active' | 'terminated'>
  scope: Generated<Json>
  contract_reference: string | null
  forward_duties: Json | null
}

export interface Markets {
  tenant_id: string
  id: string
  version: Generated<number>
  device_id: string
  country: string
  valid_from: string | null
  valid_to: string | null
  importer_id: string | null
  authority: string | null
  registration_number: string | null
}

export interface Memberships {
  tenant_id: string
  id: string
  version: Generated<number>
  person_tenant_id: string
  person_id: string
  role: 'administrator' | 'responsible-person' | 'author' | 'reviewer' | 'reader' | 'auditor'
  state: Generated<'active' | 'ended'>
}

export interface NotificationSettings {
  tenant_id: string
  person_id: string
  mail: 'immediately' | 'daily' | 'off'
}

export interface Notifications {
  tenant_id: string
  id: string
  person_id: string
  key: string
  level: Generated<number>
  kind: 'clock-near' | 'clock-over' | 'clock-moved' | 'sending-failed' | 'alarm'
  entity: string | null
  entity_id: string | null
  details: Generated<Json>
  at: Generated<string>
  read_at: string | null
  mailed_at: string | null
}

export interface Obligations {
  tenant_id: string
  id: string
  version: Generated<number>
  case_id: string
  rule: string
  subject: string
  jurisdiction: string
  authority: string | null
  outcome: 'due' | 'not-due' | 'undetermined'
  day_zero: string | null
  target: string | null
  ceiling: string | null
  trace: Json
  law_release: string
  state: Generated<'open' | 'sent' | 'superseded' | 'not-due'>
}

export interface OrganisationRoles {
  tenant_id: string
  id: string
  version: Generated<number>
  organisation_id: string
  role:
    | 'manufacturer'
    | 'eu-ar'
    | 'uk-rp'
    | 'ch-rep'
    | 'importer'
    | 'distributor'
    | 'notified-body'
    | 'supplier'
    | 'user-facility'
  valid_from: string | null
  valid_to: string | null
  details: Generated<Json>
}

export interface Organisations {
  tenant_id: string
  id: string
  version: Generated<number>
  name: string
  country: string
  srn: string | null
  chrn: string | null
  details: Generated<Json>
  state: Generated<'active' | 'ended'>
}

export interface Outbox {
  tenant_id: string
  id: string
  key: string
  message: Json
  entity_tenant_id: string | null
  entity: string | null
  entity_id: string | null
  state: Generated<'queued' | 'sending' | 'sent' | 'failed'>
  attempts: Generated<number>
  next_at: Generated<string>
  message_id: string | null
  fault: string | null
  made_at: Generated<string>
  sent_at: string | null
}

export interface Passkeys {
  id: string
  credential_id: string
  person_tenant_id: string
  person_id: string
  public_key: string
  counter: number
  transports: Generated<Json>
  rp_id: string
  name: string
  backed_up: boolean
  made_at: string
  used_at: string | null
  removed_at: string | null
}

export interface Passwords {
  person_tenant_id: string
  person_id: string
  hash: string
  changed_at: string
}

export interface People {
  tenant_id: string
  id: string
  version: Generated<number>
  email: string
  name: string
  zone: Generated<string>
  service: Generated<boolean>
  state: Generated<'invited' | 'active' | 'deactivated'>
}

export interface Receipts {
  tenant_id: string
  id: string
  version: Generated<number>
  submission_id: string
  received_at: string
  received_zone: string
  kind: 'message-id' | 'portal' | 'authority-number' | 'letter' | 'other'
  reference: string | null
  file_hash: string | null
  details: Generated<Json>
}

export interface ReportChains {
  tenant_id: string
  id: string
  version: Generated<number>
  case_id: string
  obligation_id: string | null
  form: string
  jurisdiction: string
  authority: string
  authority_reference: string | null
  promised_on: string | null
  state: Generated<'open' | 'final' | 'withdrawn'>
  details: Json | null
}

export interface ReportDrafts {
  tenant_id: string
  id: string
  version: Generated<number>
  chain_id: string
  kind: 'initial' | 'follow-up' | 'combined' | 'final' | 'reclassified' | 'not-reportable'
  form_version: string
  content: Json
  state: Generated<'draft' | 'in-review' | 'approved' | 'issued' | 'abandoned'>
}

export interface Reports {
  tenant_id: string
  id: string
  version: Generated<number>
  chain_id: string
  number: number
  draft_id: string
  kind: string
  form_version: string
  law_release: string
  content: Json
  content_hash: string
  files: Generated<Json>
  details: Json | null
}

export interface Sales {
  tenant_id: string
  id: string
  version: Generated<number>
  device_id: string
  country: string
  period_from: string
  period_to: string
  measure: 'units' | 'tests' | 'procedures' | 'patients'
  quantity: number
  source: string | null
}

export interface SearchWords {
  tenant_id: string
  word: string
  entity: string
  entity_id: string
}

export interface Sessions {
  id: string
  token_hash: string
  person_tenant_id: string
  person_id: string
  tenant_id: string
  room_tenant_id: string | null
  method: 'password' | 'passkey' | 'oidc'
  made_at: string
  seen_at: string
  ends_at: string
}

export interface Signals {
  tenant_id: string
  id: string
  version: Generated<number>
  reference: string
  kind:
    | 'complaint'
    | 'incident'
    | 'near-miss'
    | 'vulnerability'
    | 'advisory'
    | 'literature'
    | 'trend'
    | 'environment'
    | 'similar-recall'
    | 'other'
  received_at: string
  received_zone: string
  source: string
  text: string | null
  details: Generated<Json>
  state: Generated<'new' | 'triaged' | 'linked' | 'closed'>
  subject: string | null
  device_id: string | null
  udi_di: string | null
  lot: string | null
  serial: string | null
  reporter_reference: string | null
  duplicate_of: string | null
}

export interface Signatures {
  tenant_id: string
  id: string
  version: Generated<number>
  entity: string
  entity_id: string
  entity_version: number
  content_hash: string
  payload_hash: string
  meaning: 'author' | 'review' | 'approval' | 'responsibility' | 'verification' | 'rejection' | 'revocation'
  signer_tenant_id: string
  signer_id: string
  printed_name: string
  signed_at: string
  signed_zone: string
  nonce: string
  method: 'passkey' | 'password' | 'totp'
  proof: Json
  override_reason: string | null
}

export interface SigningHolds {
  person_tenant_id: string
  person_id: string
  made_by: string
  made_at: string
}

export interface Submissions {
  tenant_id: string
  id: string
  version: Generated<number>
  report_id: string
  jurisdiction: string
  channel: string
  state: Generated<'prepared' | 'waiting' | 'sent' | 'failed' | 'acknowledged'>
  sent_at: string | null
  sent_zone: string | null
  details: Generated<Json>
}

export interface Tasks {
  tenant_id: string
  id: string
  version: Generated<number>
  title: string
  entity: string | null
  entity_id: string | null
  assignee_tenant_id: string | null
  assignee_id: string | null
  due_on: string | null
  state: Generated<'open' | 'done' | 'dropped'>
  details: Generated<Json>
}

export interface Tenants {
  tenant_id: string
  id: string
  version: Generated<number>
  name: string
  kind: 'installation' | 'manufacturer' | 'representative' | 'other'
  state: Generated<'active' | 'closed'>
  settings: Generated<Json>
}

/** All tables of the record, as Kysely takes them. */
export interface Database {
  alerts: Alerts
  api_tokens: ApiTokens
  attempts: Attempts
  audit_events: AuditEvents
  audit_heads: AuditHeads
  calendar_feeds: CalendarFeeds
  case_devices: CaseDevices
  case_signals: CaseSignals
  cases: Cases
  certificates: Certificates
  challenges: Challenges
  device_families: DeviceFamilies
  devices: Devices
  facts: Facts
  files: Files
  forwards: Forwards
  idempotency_keys: IdempotencyKeys
  imports: Imports
  invitations: Invitations
  mandates: Mandates
  markets: Markets
  memberships: Memberships
  notification_settings: NotificationSettings
  notifications: Notifications
  obligations: Obligations
  organisation_roles: OrganisationRoles
  organisations: Organisations
  outbox: Outbox
  passkeys: Passkeys
  passwords: Passwords
  people: People
  receipts: Receipts
  report_chains: ReportChains
  report_drafts: ReportDrafts
  reports: Reports
  sales: Sales
  search_words: SearchWords
  sessions: Sessions
  signals: Signals
  signatures: Signatures
  signing_holds: SigningHolds
  submissions: Submissions
  tasks: Tasks
  tenants: Tenants
}
