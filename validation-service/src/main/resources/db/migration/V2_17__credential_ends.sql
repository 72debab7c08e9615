-- When secrets of customers end, as far as their cloud tells: a secret that nobody may ask for, or that is not recognised, has no end here.
create table credential_end (
    credential_id varchar(64) primary key references credential (credential_id) on delete cascade,
    group_id      varchar(24) not null,
    looked_at     timestamptz not null,
    ends_at       timestamptz
);

create index credential_end_by_group on credential_end (group_id) where ends_at is not null;
