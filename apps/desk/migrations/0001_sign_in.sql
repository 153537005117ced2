-- Secrets of sign-in. They belong to the installation, not to a tenant: the application's role has no grant here, so
-- nothing that runs for a tenant can read a hash.
create table passwords (
  person_tenant_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz(3) not null,
  primary key (person_tenant_id, person_id),
  foreign key (person_tenant_id, person_id) references vigie.people (tenant_id, id)
);
-- Failures by account, known or not: the key is a hash of the address, so that an unknown one locks as a known one does.
create table attempts (
  account text primary key,
  failures integer not null,
  first_at timestamptz(3) not null,
  locked_until timestamptz(3)
);
create table sessions (
  id uuid primary key,
  token_hash text not null unique,
  person_tenant_id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  made_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  foreign key (person_tenant_id, person_id) references vigie.people (tenant_id, id)
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
  foreign key (person_tenant_id, person_id) references vigie.people (tenant_id, id)
);
create index api_tokens_person on api_tokens (person_tenant_id, person_id);
grant usage on schema vigie_desk to vigie_installation;
grant select, insert, update on passwords, attempts, sessions, api_tokens to vigie_installation;
grant delete on attempts, sessions to vigie_installation;
