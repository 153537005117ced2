-- A tenant is one organisation's room: what is inside is behind its wall.
create table tenants (
  tenant_id uuid primary key,
  id uuid not null check (id = tenant_id),
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('installation', 'manufacturer', 'representative', 'other')),
  state text not null default 'active' check (state in ('active', 'closed')),
  settings jsonb not null default '{}'
);

create table people (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  email text not null,
  name text not null,
  zone text not null default 'UTC',
  service boolean not null default false,
  state text not null default 'active' check (state in ('invited', 'active', 'deactivated')),
  primary key (tenant_id, id)
);
-- An e-mail address belongs to one account for ever: accounts are deactivated, never deleted.
create unique index people_email on people (lower(email));

-- What a person may do in a tenant; the person may belong to another one (a consultant).
create table memberships (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  person_tenant_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('administrator', 'responsible-person', 'author', 'reviewer', 'reader', 'auditor')),
  state text not null default 'active' check (state in ('active', 'ended')),
  primary key (tenant_id, id),
  unique (tenant_id, person_tenant_id, person_id, role),
  foreign key (person_tenant_id, person_id) references people (tenant_id, id)
);

-- Who may act for the tenant (a manufacturer), where, from when to when.
create table mandates (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  representative_tenant_id uuid not null references tenants (tenant_id),
  role text not null check (role in ('eu-ar', 'uk-rp', 'ch-rep', 'importer', 'distributor', 'consultant')),
  jurisdictions jsonb not null check (jsonb_typeof(jurisdictions) = 'array'),
  reporting text not null check (reporting in ('representative-reports', 'manufacturer-reports', 'copy-only')),
  may_write boolean not null,
  valid_from date not null,
  valid_to date,
  readable_until date,
  state text not null default 'active' check (state in ('draft', 'active', 'terminated')),
  scope jsonb not null default '{}',
  primary key (tenant_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index mandates_representative on mandates (representative_tenant_id, tenant_id);

-- Reading lasts beyond the mandate where the law asks the representative to keep the papers.
create function readable_tenants() returns uuid[] language sql stable set search_path = vigie, pg_temp as $$
  select array_append(array(
    select m.tenant_id from mandates m
    where m.representative_tenant_id = current_tenant() and m.state <> 'draft' and m.valid_from <= today_utc()
      and today_utc() <= greatest(m.readable_until,
        case when m.state = 'active' then coalesce(m.valid_to, 'infinity'::date) end)
  ), current_tenant())
$$;
create function writable_tenants() returns uuid[] language sql stable set search_path = vigie, pg_temp as $$
  select array_append(array(
    select m.tenant_id from mandates m
    where m.representative_tenant_id = current_tenant() and m.state = 'active' and m.may_write
      and m.valid_from <= today_utc() and (m.valid_to is null or today_utc() <= m.valid_to)
  ), current_tenant())
$$;
-- Whether the tenant at work may send reports for another one in a jurisdiction.
create function may_report(for_tenant uuid, jurisdiction text) returns boolean
  language sql stable set search_path = vigie, pg_temp as $$
  select for_tenant = current_tenant() or exists (
    select from mandates m
    where m.tenant_id = for_tenant and m.representative_tenant_id = current_tenant() and m.state = 'active'
      and m.reporting = 'representative-reports' and m.jurisdictions ? jurisdiction
      and m.valid_from <= today_utc() and (m.valid_to is null or today_utc() <= m.valid_to)
  )
$$;

select wall('audit_events', 'append', 'mandate', 'mandate');
select wall('tenants', 'entity', 'mandate', 'own');
select wall('people', 'entity', 'mandate', 'own');
select wall('memberships', 'entity', 'own', 'own');
-- Only the manufacturer's own room gives a mandate; nobody can write one for himself.
select wall('mandates', 'entity', 'own', 'own');
create policy representative_reads on mandates for select to vigie_app, vigie_installation
  using (representative_tenant_id = current_tenant());

alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy may_read on audit_heads for select to vigie_app, vigie_installation
  using (tenant_id = any ((select readable_tenants())::uuid[]));
create policy may_add on audit_heads for insert to vigie_app, vigie_installation
  with check (tenant_id = any ((select writable_tenants())::uuid[]));
create policy may_change on audit_heads for update to vigie_app, vigie_installation
  using (tenant_id = any ((select writable_tenants())::uuid[]))
  with check (tenant_id = any ((select writable_tenants())::uuid[]));
grant select, insert, update on audit_heads to vigie_app, vigie_installation;
create trigger no_delete before delete on audit_heads for each row execute function refuse_change();
create trigger no_truncate before truncate on audit_heads for each statement execute function refuse_change();

-- The head follows the events: it begins at nothing and moves only onto the event that continues it.
create function follow_chain() returns trigger language plpgsql set search_path = vigie, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.seq <> 0 or new.hash <> '' then
      raise exception 'a chain begins at nothing' using errcode = 'VG004';
    end if;
  elsif new.tenant_id <> old.tenant_id or not exists (
    select from audit_events e where e.tenant_id = old.tenant_id and e.seq = old.seq + 1
      and e.seq = new.seq and e.hash = new.hash and e.prev_hash = old.hash
  ) then
    raise exception 'the head moves only onto the next event' using errcode = 'VG004';
  end if;
  return new;
end $$;
create trigger follow_chain before insert or update on audit_heads for each row execute function follow_chain();

-- An event is written by the one who acts, and continues the chain.
create function continue_chain() returns trigger language plpgsql set search_path = vigie, pg_temp as $$
begin
  if new.actor_tenant_id is distinct from current_tenant() or new.actor_id is distinct from current_actor() then
    raise exception 'an event names the one who acts' using errcode = 'VG005';
  end if;
  if not exists (
    select from audit_heads h
    where h.tenant_id = new.tenant_id and h.seq + 1 = new.seq and h.hash = new.prev_hash
  ) then
    raise exception 'an event continues its chain' using errcode = 'VG004';
  end if;
  return new;
end $$;
create trigger continue_chain before insert on audit_events for each row execute function continue_chain();

-- The installation: makes tenants, finds accounts at sign-in; it cannot read what is inside a tenant.
grant select, insert, update on tenants, people, memberships, mandates to vigie_installation;
grant select, insert on audit_events to vigie_installation;
create policy installation_reads on tenants for select to vigie_installation using (true);
create policy installation_reads on people for select to vigie_installation using (true);
create policy installation_reads on memberships for select to vigie_installation using (true);
create policy installation_reads on mandates for select to vigie_installation using (true);
revoke insert on tenants from vigie_app;
-- Accounts are made and changed by the installation: an address is unique over all tenants, and a tenant must not
-- find out through a refused insert who has an account elsewhere.
revoke insert, update on people from vigie_app;
