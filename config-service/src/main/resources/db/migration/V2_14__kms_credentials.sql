-- The secrets that open customers' keys, where no role does. Configurations name them by id; another secret is another row.
create table kms_credential (
    id varchar(24) primary key,
    group_id varchar(24) not null,
    provider text not null,
    -- Opens for its own id and project alone.
    sealed bytea not null,
    created_at timestamptz not null
);
create index kms_credential_of_group on kms_credential (group_id);
