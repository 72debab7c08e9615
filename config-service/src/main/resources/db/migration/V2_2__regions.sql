-- A project's key in each region that has one of its own. The region of encryption_config.aws_region is the home one, and always there.
create table key_use (
    id varchar(24) primary key,
    group_id varchar(24) not null references encryption_config,
    region text not null,
    arn text not null,
    checked_valid boolean not null,
    checked_at timestamptz not null,
    unique (group_id, region)
);

insert into key_use (id, group_id, region, arn, checked_valid, checked_at)
select key_use_id, group_id, aws_region, key_arn, checked_valid, checked_at from encryption_config where aws_enabled;

-- Dropping the columns drops the check constraint that speaks of them.
alter table encryption_config
    drop column key_use_id,
    drop column key_arn,
    drop column checked_valid,
    drop column checked_at,
    -- Numbers the admissions and closings of private endpoints, whichever comes first having the lower one.
    add column aws_admission_stamp bigint not null default 0,
    add check (not aws_enabled or (aws_key is not null and aws_region is not null and aws_role_id is not null));

-- Projection of keyward.endpoints: what became of each private endpoint. A deleted one keeps its row and its revision.
create table endpoint_seen (
    id varchar(24) primary key,
    group_id varchar(24) not null,
    provider text not null,
    region text not null,
    -- As the API shows it; DELETED when it is gone.
    status text not null,
    since timestamptz not null,
    revision bigint not null
);
create index endpoint_seen_of_group on endpoint_seen (group_id);

-- The members who were named as owners of a project. Without any, the owners of its organization are meant.
create table project_owner (
    group_id varchar(24) not null references project,
    member_id varchar(24) not null references member,
    primary key (group_id, member_id)
);
