-- Secrets of sign-in. They belong to the installation, not to a tenant: what runs for a tenant has no grant here and no
-- policy lets it in, so it can read no hash.
create function secret(t text, may text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', t);
  execute format('alter table %I force row level security', t);
  execute format('create policy installation_only on %I to vigie_installation using (true) with check (true)', t);
  execute format('grant %s on %I to vigie_installation', may, t);
end $$;
revoke all on function secret(text, text) from public;

create table passwords (
  person_tenant_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz(3) not null,
  primary key (person_tenant_id, person_id),
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);
-- Failures by account, known or not: the key is a hash of the address, so that an unknown one locks as a known one does.
create table attempts (
  account text primary key,
  failures integer not null,
  first_at timestamptz(3) not null,
  locked_until timestamptz(3)
);
-- room_tenant_id: the manufacturer a representative's person looks at, by a mandate; the work itself is done in tenant_id.
create table sessions (
  id uuid primary key,
  token_hash text not null unique,
  person_tenant_id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  room_tenant_id uuid,
  method text not null check (method in ('password', 'passkey', 'oidc')),
  made_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);
create index sessions_person on sessions (person_tenant_id, person_id);
create table api_tokens (
  id uuid primary key,
  token_hash text not null unique,
  name text not null,
  scopes jsonb not null check (jsonb_typeof(scopes) = 'array'),
  person_tenant_id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  made_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);
create index api_tokens_person on api_tokens (person_tenant_id, person_id);
-- WebAuthn credentials; keys are base64url. A removed one stays, for the signatures it gave.
create table passkeys (
  id uuid primary key,
  credential_id text not null unique,
  person_tenant_id uuid not null,
  person_id uuid not null,
  public_key text not null,
  counter bigint not null,
  transports jsonb not null default '[]' check (jsonb_typeof(transports) = 'array'),
  rp_id text not null,
  name text not null,
  backed_up boolean not null,
  made_at timestamptz(3) not null,
  used_at timestamptz(3),
  removed_at timestamptz(3),
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);
create index passkeys_person on passkeys (person_tenant_id, person_id);
-- Used once and deleted by the use.
create table challenges (
  id uuid primary key,
  purpose text not null check (purpose in ('passkey-new', 'passkey-sign-in', 'signature', 'oidc')),
  challenge text not null,
  person_id uuid,
  details jsonb not null default '{}',
  ends_at timestamptz(3) not null
);
create index challenges_end on challenges (ends_at);
-- One-time links: kind 'account' lets somebody in, 'credential' lets a person who is there set a new password.
create table invitations (
  id uuid primary key,
  token_hash text not null unique,
  kind text not null check (kind in ('account', 'credential')),
  tenant_id uuid not null references tenants (tenant_id),
  email text not null,
  name text not null,
  zone text not null,
  roles jsonb not null check (jsonb_typeof(roles) = 'array'),
  person_tenant_id uuid,
  person_id uuid,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3),
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);
create index invitations_tenant on invitations (tenant_id, id);
-- Who may not sign for now: somebody else made a link to set the person's password (21 CFR 11.200(a)(3)).
create table signing_holds (
  person_tenant_id uuid not null,
  person_id uuid not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (person_tenant_id, person_id),
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);
select secret('passwords', 'select, insert, update');
select secret('attempts', 'select, insert, update, delete');
select secret('sessions', 'select, insert, update, delete');
select secret('api_tokens', 'select, insert, update');
select secret('passkeys', 'select, insert, update');
select secret('challenges', 'select, insert, delete');
select secret('invitations', 'select, insert, update');
select secret('signing_holds', 'select, insert, update, delete');

-- What an administrator must look at: failed bursts at sign-in and signing.
create table alerts (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('sign-in-burst', 'signing-burst')),
  person_id uuid,
  at timestamptz(3) not null,
  state text not null default 'open' check (state in ('open', 'acknowledged')),
  comment text,
  primary key (tenant_id, id)
);
create index alerts_open on alerts (tenant_id, id) where state = 'open';
select wall('alerts', 'entity', 'own', 'own');
grant select, insert, update on alerts to vigie_installation;

alter table mandates add column contract_reference text;
-- What the representative forwards to the manufacturer, and within how many days.
alter table mandates add column forward_duties jsonb check (jsonb_typeof(forward_duties) = 'array');

-- Whether a head is sealed, and with which key, is asked before anybody works. A head holds a number and a hash.
create policy installation_reads on audit_heads for select to vigie_installation using (true);

-- The trail names who acted: a tenant sees the people of others who are members here, or act here by a mandate.
create policy members_are_seen on people for select to vigie_app using (exists (
  select from memberships m
  where m.tenant_id = current_tenant() and m.person_tenant_id = people.tenant_id and m.person_id = people.id
));
create policy representatives_are_seen on people for select to vigie_app using (exists (
  select from mandates m
  where m.tenant_id = current_tenant() and m.state <> 'draft' and m.representative_tenant_id = people.tenant_id
));
create policy representatives_are_seen on tenants for select to vigie_app using (exists (
  select from mandates m
  where m.tenant_id = current_tenant() and m.representative_tenant_id = tenants.tenant_id
));
