-- What reaches the maker, as it came in; to whom it was forwarded; files read into the record; a word index.
alter table markets
  add column importer_id uuid,
  add column authority text,
  add column registration_number text,
  add constraint markets_tenant_id_importer_id_fkey foreign key (tenant_id, importer_id)
    references organisations (tenant_id, id);
alter table signals
  add column subject text,
  add column device_id uuid,
  add column udi_di text,
  add column lot text,
  add column serial text,
  add column reporter_reference text,
  add column duplicate_of uuid,
  add constraint signals_tenant_id_device_id_fkey foreign key (tenant_id, device_id)
    references devices (tenant_id, id),
  add constraint signals_tenant_id_duplicate_of_fkey foreign key (tenant_id, duplicate_of)
    references signals (tenant_id, id),
  add constraint signals_not_own_duplicate check (duplicate_of <> id);
create index signals_device on signals (tenant_id, device_id, received_at);
create index signals_udi on signals (tenant_id, udi_di) where udi_di is not null;
create index signals_reporter on signals (tenant_id, reporter_reference) where reporter_reference is not null;
create index case_signals_signal on case_signals (tenant_id, signal_id);
create index sales_device on sales (tenant_id, device_id, country, measure, period_from);

-- A signal handed on to the one who must know it: prepared, sent, and proven to have been sent.
create table forwards (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  signal_id uuid not null,
  rule text,
  addressee text not null check (addressee in ('manufacturer', 'authorised representative', 'importer',
    'UK Responsible Person', 'Swiss representative', 'other')),
  organisation_id uuid,
  name text not null,
  address text,
  channel text not null check (channel in ('e-mail', 'portal', 'letter', 'telephone', 'other')),
  message jsonb not null,
  sent_at timestamptz(3),
  sent_zone text,
  proof_kind text check (proof_kind in ('message-id', 'read-receipt', 'reply', 'portal', 'postal', 'other')),
  proof_reference text,
  proof_file_id uuid,
  state text not null default 'prepared' check (state in ('prepared', 'sent', 'proven', 'withdrawn')),
  primary key (tenant_id, id),
  foreign key (tenant_id, signal_id) references signals (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  foreign key (tenant_id, proof_file_id) references files (tenant_id, id),
  check ((sent_at is null) = (sent_zone is null)),
  check (state not in ('sent', 'proven') or sent_at is not null),
  check (state <> 'proven' or proof_kind is not null)
);
create index forwards_signal on forwards (tenant_id, signal_id);

-- A table that was read in: the file as it came, how its columns were understood, what became of each row.
create table imports (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('signals', 'device-families', 'devices', 'organisations', 'represented', 'sales')),
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  settings jsonb not null default '{}',
  report jsonb not null default '{}',
  state text not null default 'previewed' check (state in ('previewed', 'done', 'abandoned')),
  primary key (tenant_id, id)
);
select wall(t, 'entity', 'mandate', 'mandate') from unnest(array['forwards', 'imports']) t;

-- Words of records for the search. Full text operators are not leakproof, so no index would serve them behind
-- row-level walls; the comparison of text is.
create table search_words (
  tenant_id uuid not null,
  word text collate "C" not null,
  entity text not null,
  entity_id uuid not null,
  primary key (tenant_id, word, entity, entity_id)
);
create index search_words_of on search_words (tenant_id, entity, entity_id);
select wall('search_words', 'plain', 'mandate', 'mandate');

-- The arguments are paths in the row; what lies below one counts with all its texts.
create function keep_words() returns trigger language plpgsql set search_path = vigie, pg_temp as $$
declare
  r constant jsonb := to_jsonb(new);
  texts text := '';
  words text[];
begin
  for i in 0 .. tg_nargs - 1 loop
    texts := texts || ' ' || coalesce((
      select string_agg(v #>> '{}', ' ')
      from jsonb_path_query(r #> string_to_array(tg_argv[i], '.'), 'strict $.** ? (@.type() == "string")') v), '');
  end loop;
  words := array(
    select distinct w from regexp_split_to_table(lower(left(texts, 20000)), E'[\\s!-/:-@\\[-`{-~]+') w
    where length(w) between 2 and 64);
  delete from search_words s
    where s.tenant_id = new.tenant_id and s.entity = tg_table_name and s.entity_id = new.id
      and not s.word = any (words);
  insert into search_words (tenant_id, word, entity, entity_id)
    select new.tenant_id, w, tg_table_name, new.id from unnest(words) w on conflict do nothing;
  return null;
end $$;
create trigger keep_words after insert or update of reference, title, details on cases for each row
  execute function keep_words('reference', 'title', 'details.devices', 'details.manufacturer.name');
create trigger keep_words after insert or update of reference, subject, text, udi_di, lot, serial, reporter_reference
  on signals for each row
  execute function keep_words('reference', 'subject', 'text', 'udi_di', 'lot', 'serial', 'reporter_reference', 'source');
create trigger keep_words after insert or update of name, udi_di, catalogue_number on devices for each row
  execute function keep_words('name', 'udi_di', 'catalogue_number');
create trigger keep_words after insert or update of name, basic_udi_di on device_families for each row
  execute function keep_words('name', 'basic_udi_di');
create trigger keep_words after insert or update of name, srn, chrn on organisations for each row
  execute function keep_words('name', 'srn', 'chrn');
