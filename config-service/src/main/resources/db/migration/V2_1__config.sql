-- What tenants want: organisations, members, API keys, projects, roles, KMS configuration, clusters.
-- A row of `project` is the lock under which everything of that project changes.

create table organization (
    id varchar(24) primary key,
    name text not null unique,
    created_at timestamptz not null
);

create table member (
    id varchar(24) primary key,
    org_id varchar(24) not null references organization,
    name text not null,
    email text not null,
    role text not null,
    unique (org_id, email)
);

create table api_key (
    id varchar(24) primary key,
    org_id varchar(24) not null references organization,
    kind text not null check (kind in ('API_KEY', 'DRIVER')),
    public_key text not null unique,
    -- Sealed with the public key as associated data; never the private key itself.
    ha1 bytea not null,
    created_at timestamptz not null
);

create table api_key_org_role (
    api_key_id varchar(24) not null references api_key,
    role text not null,
    primary key (api_key_id, role)
);

create table project (
    id varchar(24) primary key,
    org_id varchar(24) not null references organization,
    name text not null,
    state text not null check (state in ('ACTIVE', 'INACTIVE')),
    tags text not null,
    default_alerts boolean not null,
    created_at timestamptz not null,
    revision bigint not null,
    unique (org_id, name)
);

create table api_key_project_role (
    api_key_id varchar(24) not null references api_key,
    group_id varchar(24) not null references project,
    role text not null,
    primary key (api_key_id, group_id, role)
);
create index api_key_project_role_of_group on api_key_project_role (group_id);

create table aws_role (
    id varchar(24) primary key,
    group_id varchar(24) not null references project,
    external_id varchar(36) not null,
    role_arn text,
    authorized_at timestamptz,
    created_at timestamptz not null,
    version integer not null,
    unique (group_id, external_id),
    check ((role_arn is null) = (authorized_at is null))
);

create table encryption_config (
    group_id varchar(24) primary key references project,
    aws_enabled boolean not null,
    -- As the tenant spelt it; key_arn is the full name that the check found.
    aws_key text,
    aws_region text,
    aws_role_id varchar(24) references aws_role,
    aws_private_networking boolean not null,
    search_nodes boolean not null,
    key_use_id varchar(24),
    key_arn text,
    checked_valid boolean not null,
    checked_at timestamptz,
    revision bigint not null,
    version integer not null,
    check (not aws_enabled or (aws_key is not null and aws_region is not null and aws_role_id is not null
                               and key_use_id is not null and key_arn is not null and checked_at is not null))
);

-- Projection of keyward.keys: the last verdict about each key use.
create table key_verdict (
    key_use_id varchar(24) primary key,
    verdict text not null,
    checked_at timestamptz not null,
    revision bigint not null
);

create table cluster (
    id varchar(24) primary key,
    group_id varchar(24) not null references project,
    name varchar(64) not null,
    phase text not null check (phase in ('PRESENT', 'DELETING', 'DELETED')),
    encryption_provider text not null,
    spec text not null,
    created_at timestamptz not null,
    revision bigint not null,
    version integer not null
);
create unique index cluster_name on cluster (group_id, name) where phase <> 'DELETED';

-- Projection of keyward.enforcement: what is asked of each cluster's driver, and what it saw.
create table cluster_enforcement (
    cluster_id varchar(24) primary key,
    phase text not null,
    seen_running boolean not null,
    since timestamptz not null,
    reasons text not null,
    revision bigint not null
);
