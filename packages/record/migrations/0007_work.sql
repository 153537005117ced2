-- What is known of a stored file; the bytes lie in the file store under their SHA-256.
create table files (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1 check (version = 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  name text not null,
  entity text,
  entity_id uuid,
  primary key (tenant_id, id)
);
create index files_entity on files (tenant_id, entity, entity_id);
create index files_hash on files (tenant_id, sha256);
create table tasks (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  title text not null,
  entity text,
  entity_id uuid,
  assignee_tenant_id uuid,
  assignee_id uuid,
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  details jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index tasks_open on tasks (tenant_id, due_on) where state = 'open';
create table signatures (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1 check (version = 1),
  entity text not null,
  entity_id uuid not null,
  entity_version integer not null,
  content_hash text not null,
  payload_hash text not null,
  meaning text not null check (meaning in ('author', 'review', 'approval', 'responsibility', 'verification', 'rejection', 'revocation')),
  signer_tenant_id uuid not null,
  signer_id uuid not null,
  printed_name text not null,
  signed_at timestamptz(3) not null,
  signed_zone text not null,
  nonce text not null,
  method text not null check (method in ('passkey', 'password', 'totp')),
  proof jsonb not null,
  override_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, nonce)
);
create index signatures_entity on signatures (tenant_id, entity, entity_id);
-- A signature names the one who acts; nobody signs for another.
create policy own_hand on signatures as restrictive for insert to vigie_app
  with check (signer_tenant_id = current_tenant() and signer_id = current_actor());
create table idempotency_keys (
  tenant_id uuid not null references tenants (tenant_id),
  actor_id uuid not null,
  key text not null,
  request_hash text not null,
  response jsonb,
  at timestamptz(3) not null default now(),
  primary key (tenant_id, actor_id, key)
);
select wall('files', 'append', 'mandate', 'mandate');
select wall('tasks', 'entity', 'mandate', 'mandate');
select wall('signatures', 'append', 'mandate', 'mandate');
select wall('idempotency_keys', 'plain', 'own', 'own');
