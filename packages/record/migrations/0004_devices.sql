-- Economic operators as they are known to a tenant, with their roles.
create table organisations (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  country text not null,
  srn text,
  chrn text,
  details jsonb not null default '{}',
  state text not null default 'active' check (state in ('active', 'ended')),
  primary key (tenant_id, id)
);
create table organisation_roles (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  organisation_id uuid not null,
  role text not null check (role in ('manufacturer', 'eu-ar', 'uk-rp', 'ch-rep', 'importer', 'distributor',
    'notified-body', 'supplier', 'user-facility')),
  valid_from date,
  valid_to date,
  details jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
-- Basic UDI-DI.
create table device_families (
  tenant_id uuid not null references tenants (tenant_id),
  id uuid not null,
  version integer not null default 1,
  manufacturer_id uuid not null,
  basic_udi_di text,
  name text not null,
  law text not null check (law in ('mdr', 'ivdr', 'mdd', 'aimdd', 'ivdd', 'other')),
  risk_class text,
  emdn text,
  details jsonb not null default '{}',
  state text not null default 'active' check (state in ('active', 'ended')),
  primary key (tenant_id, id),
  unique (tenant_id, basic_udi_di),
  foreign key (tenant_id, manufacturer_id) references organisations (tenant_id, id)
);
-- UDI-DI.
create table devices (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  family_id uuid not null,
  udi_di text,
  issuing_agency text check (issuing_agency in ('gs1', 'hibcc', 'iccbba', 'ifa', 'eudamed')),
  name text not null,
  catalogue_number text,
  details jsonb not null default '{}',
  state text not null default 'active' check (state in ('active', 'ended')),
  primary key (tenant_id, id),
  unique (tenant_id, udi_di),
  foreign key (tenant_id, family_id) references device_families (tenant_id, id)
);
create index devices_family on devices (tenant_id, family_id);
create table certificates (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  family_id uuid not null,
  notified_body_id uuid,
  number text not null,
  kind text not null,
  valid_from date,
  valid_to date,
  state text not null default 'valid' check (state in ('valid', 'suspended', 'withdrawn', 'expired')),
  primary key (tenant_id, id),
  foreign key (tenant_id, family_id) references device_families (tenant_id, id),
  foreign key (tenant_id, notified_body_id) references organisations (tenant_id, id)
);
create table markets (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  device_id uuid not null,
  country text not null,
  valid_from date,
  valid_to date,
  primary key (tenant_id, id),
  unique (tenant_id, device_id, country, valid_from),
  foreign key (tenant_id, device_id) references devices (tenant_id, id)
);
create table sales (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  device_id uuid not null,
  country text not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  measure text not null check (measure in ('units', 'tests', 'procedures', 'patients')),
  quantity bigint not null check (quantity >= 0),
  source text,
  primary key (tenant_id, id),
  unique (tenant_id, device_id, country, measure, period_from, period_to),
  foreign key (tenant_id, device_id) references devices (tenant_id, id)
);
select wall(t, 'entity', 'mandate', 'mandate') from unnest(array['organisations', 'organisation_roles',
  'device_families', 'devices', 'certificates', 'markets', 'sales']) t;
