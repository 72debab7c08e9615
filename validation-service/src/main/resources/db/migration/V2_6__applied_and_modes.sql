-- Project keys: one key as a project uses it with one provider, in all regions. Former ones were replaced or given up, and something is still under them.
alter table key_use add column key_id varchar(24);
alter table key_use add column former boolean not null default false;

-- Clusters: the keys that they are under, whether a person paused them, and what their drivers say besides up and down.
alter table cluster add column key_ids text not null default '[]';
alter table cluster add column paused_since timestamptz;
alter table cluster add column paused_by text;
alter table cluster add column held_back text not null default '[]';
alter table cluster add column request_cluster_revision bigint not null default 0;
alter table cluster add column applied_revision bigint;
alter table cluster add column nodes_reach_kms boolean;
alter table cluster add column nodes_refused_since timestamptz;
alter table cluster add column rewrap_done integer;
alter table cluster add column rewrap_total integer;
alter table cluster add column addresses text;

-- Until now a running cluster counted as being all that was wanted.
update cluster set request_cluster_revision = cluster_revision;
update cluster set applied_revision = cluster_revision where phase = 'RUNNING';

-- How far enforcement may go: in a project (no row or no mode: as the installation does), and everywhere.
create table enforcement_mode (
    group_id varchar(24) primary key,
    mode     varchar(16) check (mode in ('OBSERVE', 'ENFORCE')),
    revision bigint not null
);

create table enforcement_freeze (
    id         integer primary key check (id = 1),
    frozen     boolean not null,
    reason     varchar(500),
    changed_at timestamptz,
    changed_by text,
    revision   bigint not null
);

insert into enforcement_freeze (id, frozen, revision) values (1, false, 0);
