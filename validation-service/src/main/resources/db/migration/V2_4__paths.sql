-- Private endpoints as endpoint-service tells of them. Rows stay after the endpoint is gone: their revision guards against late events, and the region
-- stays covered by them.
create table endpoint (
    endpoint_id   varchar(24) primary key,
    group_id      varchar(24) not null,
    provider      varchar(32) not null,
    region        varchar(64) not null,
    state         varchar(20) not null
        check (state in ('REQUESTED', 'AWAITING_APPROVAL', 'ACTIVE', 'FAILED', 'LOST', 'DELETING', 'DELETED')),
    since         timestamptz not null,
    reference     varchar(255),
    address       varchar(255),
    error_message text,
    -- the earliest moment at which it is known to have been usable, told by whichever event
    usable_since  timestamptz,
    revision      bigint not null
);

create index endpoint_group on endpoint (group_id);

-- The latest moment at which a project is known not to have required private networking: endpoints that were usable before cover nothing any more.
create table public_networking (
    group_id varchar(24) not null,
    provider varchar(32) not null,
    until    timestamptz not null,
    primary key (group_id, provider)
);

-- How each key is reached. Until now each project had one key use, and all were reached over the internet.
alter table key_use
    add column home               boolean     not null default true,
    add column private_networking boolean     not null default false,
    add column path               varchar(16) not null default 'PUBLIC'
        check (path in ('PUBLIC', 'PROVISIONAL', 'PRIVATE', 'MISSING')),
    add column path_reference     varchar(255),
    add column path_address       varchar(255),
    add column path_since         timestamptz,
    add column path_explanation   text,
    add column path_remedy        text;

alter table key_use alter column home drop default;
alter table key_use alter column private_networking drop default;
alter table key_use alter column path drop default;
