-- Keys on Azure and Google Cloud are reached by other means than a role: as JSON, in the words of the event that told. A role stays in its own columns.
alter table key_use
    alter column role_arn drop not null,
    alter column external_id drop not null,
    add column access        text,
    -- the secret that it takes, if it takes one of the customer's
    add column credential_id varchar(64),
    add constraint key_use_access check ((role_arn is null) = (access is not null));

create index key_use_credential on key_use (group_id, credential_id) where credential_id is not null and retired_at is null;

-- Sealed copies of the credentials that key uses name. An id is never used for another secret.
create table credential (
    credential_id varchar(64) primary key,
    group_id      varchar(24) not null,
    sealed        bytea       not null,
    fetched_at    timestamptz not null
);

create index credential_by_group on credential (group_id);
