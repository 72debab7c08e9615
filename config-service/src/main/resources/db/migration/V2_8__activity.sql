-- The activity log: written once, read by page, never changed.
create table activity_entry (
    id varchar(24) primary key,
    -- Absent when it is about an organization as a whole. No foreign keys: the log outlives what it is about.
    group_id varchar(24),
    org_id varchar(24),
    type text not null,
    cluster_name text,
    detail text not null,
    at timestamptz not null,
    actor_type text not null,
    actor_id text not null,
    actor_name text not null,
    address text,
    -- The event that it was made from, as it was published.
    payload text
);
-- Each list in its order, counted and paged without a look at the rows. The type is along for leaving types out.
create index activity_entry_of_group on activity_entry (group_id, at, id) include (type) where group_id is not null;
create index activity_entry_by_type on activity_entry (group_id, type, at, id) where group_id is not null;
create index activity_entry_by_cluster on activity_entry (group_id, cluster_name, at, id) include (type)
    where group_id is not null and cluster_name is not null;
create index activity_entry_of_org on activity_entry (org_id, at, id) include (type) where group_id is null;
-- Rows are only ever added; without this, lists would look at each row for its visibility until a fifth more have come.
alter table activity_entry set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- What other services' events told of, so that it is in the log once however often it is told.
create table activity_occurrence (
    occurrence text primary key
);

-- A project's clusters in the order in which they are listed, and counted.
create index cluster_of_group on cluster (group_id, created_at, id) where phase <> 'DELETED';
