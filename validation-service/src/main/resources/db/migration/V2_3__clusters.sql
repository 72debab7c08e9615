-- Clusters as the tenant wants them, and how far that is enforced. Rows stay after the cluster is gone: their revision guards against late events.
create table cluster (
    cluster_id        varchar(24) primary key,
    group_id          varchar(24) not null,
    name              varchar(255) not null,
    key_provider      varchar(32) not null,
    regions           text not null,
    wanted            boolean not null,
    cluster_revision  bigint not null,
    phase             varchar(16) not null
        check (phase in ('NEW', 'STARTING', 'RUNNING', 'STOPPING', 'DEFERRED', 'STOPPED', 'RESUMING', 'REMOVING', 'REMOVED')),
    phase_since       timestamptz not null,
    reasons           text not null,
    request_revision  bigint not null,
    revision          bigint not null,
    observed_state    varchar(16) check (observed_state in ('RUNNING', 'STOPPED', 'DEFERRED', 'REMOVED')),
    observed_revision bigint,
    observed_at       timestamptz,
    observed_message  text,
    version           integer not null
);

create index cluster_group on cluster (group_id) where phase <> 'REMOVED';
create index cluster_open on cluster (phase_since) where phase in ('STARTING', 'STOPPING', 'DEFERRED', 'RESUMING', 'REMOVING');
