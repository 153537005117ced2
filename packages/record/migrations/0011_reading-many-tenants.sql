-- The board: the clocks of one tenant in its order, and those of all tenants for a representative of many. A page then
-- reads hardly more rows than it shows, however many are open.
drop index obligations_open;
create index obligations_open on obligations (tenant_id, coalesce(ceiling, 'infinity'::date), id) where state = 'open';
create index obligations_open_all on obligations (coalesce(ceiling, 'infinity'::date), id) where state = 'open';
-- One case by its id alone, whichever of many tenants it belongs to; lists of cases over many tenants.
create index cases_id on cases (id);
