-- The role of backups reads everything of all tenants and writes nothing. Secrets of sign-in are read too: they are part
-- of what is restored.
do $$ begin
  create role vigie_backup nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant vigie_backup to current_user;
grant usage on schema vigie to vigie_backup;

-- Lets it into every table that it cannot read yet; run after each migration.
create function let_backups_read() returns void language plpgsql set search_path = vigie, pg_temp as $$
declare
  t regclass;
begin
  grant select on all tables in schema vigie to vigie_backup;
  for t in
    select c.oid from pg_class c
    where c.relnamespace = 'vigie'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads')
  loop
    execute format('create policy backup_reads on %s for select to vigie_backup using (true)', t);
  end loop;
end $$;
revoke all on function let_backups_read() from public;
