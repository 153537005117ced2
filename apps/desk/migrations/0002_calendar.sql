-- The private calendar of a person in a tenant: one at a time, found by the hash of its secret.
create table calendar_feeds (
  token_hash text primary key,
  person_tenant_id uuid not null,
  person_id uuid not null,
  tenant_id uuid not null,
  made_at timestamptz(3) not null,
  unique (person_tenant_id, person_id, tenant_id),
  foreign key (person_tenant_id, person_id) references vigie.people (tenant_id, id)
);
grant select, insert, update, delete on calendar_feeds to vigie_installation;
