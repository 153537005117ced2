-- What a chain is about beside its addressee (which device, under which law), and what is known of a report when it was
-- issued (how it was checked, who signed). One chain for each device and addressee of a case.
alter table report_chains add column details jsonb;
alter table reports add column details jsonb;
create unique index report_chains_one on report_chains
  (tenant_id, case_id, form, jurisdiction, authority, (details ->> 'device')) where state <> 'withdrawn';
