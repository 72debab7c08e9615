-- What checks answered. Checks in a row with the same answer share a row: the evidence is that of the first, last_at and checks tell of the others.
create table key_check (
    id               bigint generated always as identity primary key,
    key_use_id       varchar(24) not null,
    group_id         varchar(24) not null,
    provider         varchar(32) not null,
    key              varchar(2048) not null,
    region           varchar(64) not null,
    occasion         varchar(16) not null check (occasion in ('SCHEDULED', 'CONFIRMING', 'ON_DEMAND')),
    verdict          varchar(16) not null,
    outcome          varchar(16) not null,
    reason           varchar(64),
    evidence         text not null,
    first_at         timestamptz not null,
    last_at          timestamptz not null,
    checks           integer not null
);

create index key_check_newest on key_check (group_id, id desc);
create index key_check_age on key_check (last_at);
