-- What the desk tells a person: each thing once. `level` counts days left for clocks (negative when over), else 0.
create table notifications (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  person_id uuid not null,
  key text not null,
  level integer not null default 0,
  kind text not null check (kind in ('clock-near', 'clock-over', 'clock-moved', 'sending-failed', 'alarm')),
  entity text,
  entity_id uuid,
  details jsonb not null default '{}',
  at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  mailed_at timestamptz(3),
  primary key (tenant_id, id),
  unique (tenant_id, person_id, key, level)
);
create index notifications_person on notifications (tenant_id, person_id, id);
create table notification_settings (
  tenant_id uuid not null references tenants (tenant_id),
  person_id uuid not null,
  mail text not null check (mail in ('immediately', 'daily', 'off')),
  primary key (tenant_id, person_id)
);
-- Messages on their way out. The key makes one message of what is asked for twice.
create table outbox (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  key text not null,
  message jsonb not null,
  entity_tenant_id uuid,
  entity text,
  entity_id uuid,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz(3) not null default now(),
  message_id text,
  fault text,
  made_at timestamptz(3) not null default now(),
  sent_at timestamptz(3),
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
create index outbox_waiting on outbox (tenant_id, next_at) where state in ('queued', 'sending');
select wall(t, 'plain', 'own', 'own') from unnest(array['notifications', 'notification_settings', 'outbox']) t;

-- The private calendar of a person in a tenant: one at a time, found by the hash of its secret.
create table calendar_feeds (
  token_hash text primary key,
  person_tenant_id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  made_at timestamptz(3) not null,
  unique (person_tenant_id, person_id, tenant_id),
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);
select secret('calendar_feeds', 'select, insert, update, delete');
