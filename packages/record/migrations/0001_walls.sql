-- Roles and the building blocks of the walls between tenants.
-- Roles belong to the whole server, so they may exist already.
do $$ begin
  create role vigie_app nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  create role vigie_installation nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant vigie_app, vigie_installation to current_user;
grant usage on schema vigie to vigie_app, vigie_installation;

-- Who is working, for this transaction only.
create function current_tenant() returns uuid language sql stable
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
create function current_actor() returns uuid language sql stable
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;
create function today_utc() returns date language sql stable
  as $$ select (now() at time zone 'UTC')::date $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'VG003';
end $$;

-- A version moves by one; the keys of a row stay.
create function step_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.version <> 1 then
      raise exception 'a new row of % begins at version 1', tg_table_name using errcode = 'VG002';
    end if;
  elsif new.version <> old.version + 1 or new.tenant_id <> old.tenant_id or new.id <> old.id then
    raise exception 'a change of % keeps its keys and moves the version by one', tg_table_name using errcode = 'VG002';
  end if;
  return new;
end $$;

-- The one door: what has no event in the audit trail is not committed.
create function require_event() returns trigger language plpgsql set search_path = vigie, pg_temp as $$
begin
  if not exists (
    select from audit_events e
    where e.tenant_id = new.tenant_id and e.entity = tg_table_name
      and e.entity_id = new.id and e.entity_version = new.version
  ) then
    raise exception 'a change of % without its audit event is refused', tg_table_name using errcode = 'VG001';
  end if;
  return null;
end $$;

-- Puts the walls round a table. reads and writes: 'own' (the tenant alone) or 'mandate' (also its representatives).
-- kind: 'entity' (versioned rows, never deleted), 'append' (rows never change), 'plain' (working rows without history).
create function wall(t text, kind text, reads text, writes text) returns void language plpgsql as $$
declare
  who constant text := 'vigie_app, vigie_installation';
  can_read constant text := case reads when 'own' then 'tenant_id = current_tenant()'
    else 'tenant_id = any ((select readable_tenants())::uuid[])' end;
  can_write constant text := case writes when 'own' then 'tenant_id = current_tenant()'
    else 'tenant_id = any ((select writable_tenants())::uuid[])' end;
begin
  execute format('alter table %I enable row level security', t);
  execute format('alter table %I force row level security', t);
  execute format('create policy may_read on %I for select to %s using (%s)', t, who, can_read);
  execute format('create policy may_add on %I for insert to %s with check (%s)', t, who, can_write);
  execute format('grant select, insert on %I to vigie_app', t);
  if kind <> 'append' then
    execute format('create policy may_change on %I for update to %s using (%s) with check (%s)',
      t, who, can_write, can_write);
    execute format('grant update on %I to vigie_app', t);
  end if;
  if kind = 'plain' then
    execute format('create policy may_remove on %I for delete to %s using (%s)', t, who, can_write);
    execute format('grant delete on %I to vigie_app', t);
    return;
  end if;
  execute format('create trigger no_delete before delete on %I for each row execute function refuse_change()', t);
  execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_change()', t);
  if kind = 'append' then
    execute format('create trigger no_update before update on %I for each row execute function refuse_change()', t);
  end if;
  if t <> 'audit_events' then
    execute format('create trigger step_version before insert or update on %I for each row execute function step_version()', t);
    execute format('create constraint trigger require_event after insert or update on %I
      deferrable initially deferred for each row execute function require_event()', t);
  end if;
end $$;
revoke all on function wall(text, text, text, text) from public;
