-- The audit trail: one chain of events per tenant, and its head.
create table audit_events (
  tenant_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz(3) not null,
  zone text not null,
  actor_tenant_id uuid not null,
  actor_id uuid not null,
  action text not null check (action in ('create', 'change', 'note')),
  entity text not null,
  entity_id uuid not null,
  entity_version integer,
  reason text,
  changes jsonb not null,
  row_hash text,
  software text not null,
  prev_hash text not null,
  hash text not null,
  primary key (tenant_id, seq),
  unique (tenant_id, entity, entity_id, entity_version)
);
create index audit_events_at on audit_events (tenant_id, at);

create table audit_heads (
  tenant_id uuid primary key,
  seq bigint not null,
  hash text not null,
  seal text,
  seal_key text
);
