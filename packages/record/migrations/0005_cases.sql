create table signals (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  reference text not null,
  kind text not null check (kind in ('complaint', 'incident', 'near-miss', 'vulnerability', 'advisory', 'literature',
    'trend', 'environment', 'similar-recall', 'other')),
  received_at timestamptz(3) not null,
  received_zone text not null,
  source text not null,
  text text,
  details jsonb not null default '{}',
  state text not null default 'new' check (state in ('new', 'triaged', 'linked', 'closed')),
  primary key (tenant_id, id),
  unique (tenant_id, reference)
);
create index signals_received on signals (tenant_id, received_at);
create table cases (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  reference text not null,
  title text not null,
  owner_tenant_id uuid,
  owner_id uuid,
  state text not null default 'open' check (state in ('open', 'assessed', 'reported', 'closed')),
  details jsonb not null default '{}',
  primary key (tenant_id, id),
  unique (tenant_id, reference)
);
create index cases_state on cases (tenant_id, state);
create table case_signals (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  signal_id uuid not null,
  state text not null default 'linked' check (state in ('linked', 'unlinked')),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, signal_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, signal_id) references signals (tenant_id, id)
);
create table case_devices (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  device_id uuid not null,
  lot text,
  serial text,
  software_version text,
  state text not null default 'linked' check (state in ('linked', 'unlinked')),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, device_id) references devices (tenant_id, id)
);
create index case_devices_case on case_devices (tenant_id, case_id);
-- One answer about a case: known, unknown, not applicable, or asked on a day.
create table facts (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  path text not null,
  state text not null check (state in ('known', 'unknown', 'not-applicable', 'asked')),
  value jsonb,
  asked_on date,
  source text,
  certainty text check (certainty in ('confirmed', 'reported', 'assumed')),
  learnt_at timestamptz(3),
  learnt_day date,
  learnt_zone text,
  learnt_written text,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, path),
  check ((state = 'known') = (value is not null)),
  check ((state = 'asked') = (asked_on is not null)),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
-- A rule applied to the facts of a case, under one release of the law.
create table obligations (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  rule text not null,
  subject text not null,
  jurisdiction text not null,
  authority text,
  outcome text not null check (outcome in ('due', 'not-due', 'undetermined')),
  day_zero date,
  target date,
  ceiling date,
  trace jsonb not null,
  law_release text not null,
  state text not null default 'open' check (state in ('open', 'sent', 'superseded', 'not-due')),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index obligations_case on obligations (tenant_id, case_id);
create index obligations_open on obligations (tenant_id, ceiling) where state = 'open';
select wall(t, 'entity', 'mandate', 'mandate') from unnest(array['signals', 'cases', 'case_signals', 'case_devices',
  'facts', 'obligations']) t;
