-- Endpoints: which one each replaces, and which one replaces it.
alter table endpoint
    add column predecessor_id varchar(24),
    add column successor_id   varchar(24);

-- The providers whose keys a project wants reached over private endpoints only, as its latest configuration says; comma-separated.
alter table project_encryption add column private_providers varchar(255) not null default '';
update project_encryption p set private_providers = 'AWS'
where exists (select 1 from key_use k
              where k.group_id = p.group_id and k.private_networking and not k.former and k.retired_at is null);

-- Clusters: the private paths that their nodes are to take, and since when they take which endpoint, as their drivers last said. Both JSON.
alter table cluster
    add column private_paths     text not null default '[]',
    add column private_endpoints text not null default '{}';

-- Two more kinds of alert of which every project is told until it decides otherwise.
insert into alert_configuration
    (id, group_id, event_type_name, enabled, created_at, updated_at, matchers, notifications, revision)
select d.id, d.group_id, d.type, true, now(), now(), '[]',
       '[{"notifierId":"' || d.id || '","delayMin":0,"intervalMin":60,"channel":{"typeName":"GROUP","emailEnabled":true,"smsEnabled":false,"roles":["GROUP_OWNER"]}}]',
       0
from (select substr(md5(a.group_id || t.type), 1, 24) as id, a.group_id, t.type
      from alert_project a
      left join project p on p.group_id = a.group_id
      cross join (values ('ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL'),
                         ('ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED')) as t (type)
      where coalesce(p.state, '') <> 'DELETED') d;

-- What time alone brings is looked for by this.
create index endpoint_awaiting_approval on endpoint (since) where state = 'AWAITING_APPROVAL';
