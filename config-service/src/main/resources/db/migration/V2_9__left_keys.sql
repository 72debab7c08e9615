-- Keys that nothing of a project is under any more. Whether they may be deleted is asked of them, too.
create table left_key (
    id varchar(24) primary key,
    group_id varchar(24) not null references project,
    provider text not null,
    arn text not null,
    left_at timestamptz not null
);
create index left_key_of_group on left_key (group_id, left_at desc);
