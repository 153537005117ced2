-- A chain: all reports on one case to one addressee.
create table report_chains (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  obligation_id uuid,
  form text not null,
  jurisdiction text not null,
  authority text not null,
  authority_reference text,
  promised_on date,
  state text not null default 'open' check (state in ('open', 'final', 'withdrawn')),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, obligation_id) references obligations (tenant_id, id)
);
create index report_chains_case on report_chains (tenant_id, case_id);
create table report_drafts (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  chain_id uuid not null,
  kind text not null check (kind in ('initial', 'follow-up', 'combined', 'final', 'reclassified', 'not-reportable')),
  form_version text not null,
  content jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'in-review', 'approved', 'issued', 'abandoned')),
  primary key (tenant_id, id),
  foreign key (tenant_id, chain_id) references report_chains (tenant_id, id)
);
create index report_drafts_chain on report_drafts (tenant_id, chain_id);
-- An issued report never changes.
create table reports (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1 check (version = 1),
  chain_id uuid not null,
  number integer not null check (number > 0),
  draft_id uuid not null,
  kind text not null,
  form_version text not null,
  law_release text not null,
  content jsonb not null,
  content_hash text not null,
  files jsonb not null default '[]',
  primary key (tenant_id, id),
  unique (tenant_id, chain_id, number),
  foreign key (tenant_id, chain_id) references report_chains (tenant_id, id),
  foreign key (tenant_id, draft_id) references report_drafts (tenant_id, id)
);
create table submissions (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  report_id uuid not null,
  jurisdiction text not null,
  channel text not null,
  state text not null default 'prepared' check (state in ('prepared', 'waiting', 'sent', 'failed', 'acknowledged')),
  sent_at timestamptz(3),
  sent_zone text,
  details jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references reports (tenant_id, id)
);
create index submissions_report on submissions (tenant_id, report_id);
create table receipts (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1 check (version = 1),
  submission_id uuid not null,
  received_at timestamptz(3) not null,
  received_zone text not null,
  kind text not null check (kind in ('message-id', 'portal', 'authority-number', 'letter', 'other')),
  reference text,
  file_hash text,
  details jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, submission_id) references submissions (tenant_id, id)
);
select wall(t, 'entity', 'mandate', 'mandate') from unnest(array['report_chains', 'report_drafts', 'submissions']) t;
select wall(t, 'append', 'mandate', 'mandate') from unnest(array['reports', 'receipts']) t;
-- To send for another tenant takes a mandate for that jurisdiction which says that the representative reports.
create policy mandate_to_send on submissions as restrictive for insert to vigie_app
  with check (may_report(tenant_id, jurisdiction));
create policy mandate_to_resend on submissions as restrictive for update to vigie_app
  using (may_report(tenant_id, jurisdiction)) with check (may_report(tenant_id, jurisdiction));
