-- A key as a project uses it with one provider, in all regions. The former ones stay until nothing is under them.
create table project_key (
    id varchar(24) primary key,
    group_id varchar(24) not null references encryption_config,
    provider text not null,
    -- Full name in its home region.
    arn text not null,
    region text not null,
    -- What opens it; known here because a former key outlives the configuration that named its role.
    role_id varchar(24) not null references aws_role,
    state text not null check (state in ('CURRENT', 'FORMER')),
    -- Since when it is the current one, or was the last time.
    since timestamptz not null,
    replaced_at timestamptz,
    unique (group_id, provider, arn),
    check ((state = 'FORMER') = (replaced_at is not null))
);
create unique index project_key_current on project_key (group_id, provider) where state = 'CURRENT';

-- A check that nobody answered says nothing about when the key was taken into use.
insert into project_key (id, group_id, provider, arn, region, role_id, state, since)
select substr(replace(cast(gen_random_uuid() as text), '-', ''), 1, 24), u.group_id, 'AWS', u.arn, u.region, c.aws_role_id, 'CURRENT',
       case when u.checked_at > '2000-01-01' then u.checked_at else now() end
from key_use u join encryption_config c on c.group_id = u.group_id and c.aws_region = u.region
where c.aws_enabled;

alter table key_use
    add column key_id varchar(24) references project_key,
    drop constraint key_use_group_id_region_key;
update key_use u set key_id = k.id from project_key k where k.group_id = u.group_id;
alter table key_use
    alter column key_id set not null,
    add unique (key_id, region);
create index key_use_of_group on key_use (group_id);

-- The project keys under which anything of a cluster is or is to be wrapped, the wanted one first, with blanks between them.
alter table cluster add column key_ids text not null default '';
update cluster c set key_ids = k.id
from project_key k
where k.group_id = c.group_id and c.encryption_provider = 'AWS' and c.phase <> 'DELETED';
