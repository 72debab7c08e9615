-- Snapshots of clusters. A deleted one leaves no row. The cluster may be gone; its name stays for those who look for its snapshots.
create table snapshot (
    id varchar(24) primary key,
    group_id varchar(24) not null references project,
    cluster_id varchar(24) not null,
    cluster_name varchar(64) not null,
    kind text not null check (kind in ('REPLICA_SET', 'SHARDED_CLUSTER')),
    members text not null,
    cloud_provider text not null,
    mongod_version text not null,
    description text,
    status text not null check (status in ('QUEUED', 'IN_PROGRESS', 'COMPLETED', 'FAILED')),
    requested_at timestamptz not null,
    finished_at timestamptz,
    expires_at timestamptz,
    -- Whether it stays when its cluster goes.
    retained boolean not null,
    storage_size_bytes bigint,
    message text,
    request_revision bigint not null,
    revision bigint not null,
    lease_token uuid,
    lease_until timestamptz,
    version integer not null,
    check ((status in ('COMPLETED', 'FAILED')) = (finished_at is not null))
);
create index snapshot_of_name on snapshot (group_id, cluster_name, kind, requested_at desc, id desc);
create index snapshot_of_cluster on snapshot (cluster_id);
create index snapshot_due on snapshot (expires_at) where expires_at is not null;

-- Every project key that a snapshot's data may be under, the one it was meant to be under first. The name outlives the key.
create table snapshot_key (
    snapshot_id varchar(24) not null references snapshot on delete cascade,
    position integer not null,
    key_id varchar(24) not null,
    provider text not null,
    name text not null,
    primary key (snapshot_id, position),
    unique (snapshot_id, key_id)
);
create index snapshot_key_of_key on snapshot_key (key_id);

-- Restores of snapshots and of points in time. They stay as a record when their snapshot is deleted.
create table restore_job (
    id varchar(24) primary key,
    group_id varchar(24) not null references project,
    cluster_id varchar(24) not null,
    cluster_name varchar(64) not null,
    snapshot_id varchar(24) not null,
    snapshot_at timestamptz not null,
    delivery_type text not null check (delivery_type in ('AUTOMATED', 'DOWNLOAD', 'POINT_IN_TIME')),
    target_group_id varchar(24) references project,
    target_cluster_id varchar(24),
    target_cluster_name varchar(64),
    time_seconds bigint,
    time_increment integer,
    keys text not null,
    status text not null check (status in ('QUEUED', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED')),
    requested_at timestamptz not null,
    finished_at timestamptz,
    expires_at timestamptz,
    delivery_urls text not null,
    message text,
    request_revision bigint not null,
    revision bigint not null,
    version integer not null,
    check ((status in ('QUEUED', 'IN_PROGRESS')) = (finished_at is null)),
    check ((delivery_type = 'DOWNLOAD') = (target_cluster_id is null)),
    check ((delivery_type = 'POINT_IN_TIME') = (time_seconds is not null))
);
create index restore_job_of_name on restore_job (group_id, cluster_name, requested_at desc, id desc);
create index restore_job_open_from on restore_job (snapshot_id) where finished_at is null;
create index restore_job_open_to on restore_job (target_cluster_id) where finished_at is null;
