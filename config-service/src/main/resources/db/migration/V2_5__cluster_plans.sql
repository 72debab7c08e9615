-- What was asked of a cluster and is not done yet, and what a person or a deletion asks beside it.
alter table cluster
    -- Whether a person paused it, and when one resumed it last.
    add column paused boolean not null default false,
    add column resumed_at timestamptz,
    -- The plan under way: none once its driver carried out what asked_revision told.
    add column plan text check (plan in ('NEW', 'CHANGE', 'REWRAP', 'RESUME', 'UNDO')),
    add column asked_revision bigint not null default 0,
    add column asked_at timestamptz,
    -- What a CHANGE began with, to go back to.
    add column former_spec text,
    -- Whether its snapshots stay when it goes.
    add column retain_backups boolean not null default false,
    -- Who is about to undo its plan.
    add column lease_token uuid,
    add column lease_until timestamptz,
    add check ((plan = 'CHANGE') = (former_spec is not null)),
    add check (plan is null or asked_at is not null);
create index cluster_undoable on cluster (asked_at) where plan in ('NEW', 'CHANGE');

-- What its driver said beside the phase: since when nodes are not let in by the customer's KMS, and the rest as JSON.
alter table cluster_enforcement
    add column refused_since timestamptz,
    add column details text not null default '{}';

-- Settings of the database processes, as they were sent.
create table cluster_process_args (
    cluster_id varchar(24) primary key references cluster,
    args jsonb not null
);
