-- Credentials of every kind in one table, service accounts among them; what members are to whom; tokens and what signs them.

alter table api_key rename to credential;
alter table credential rename column public_key to public_name;
alter table credential
    drop constraint api_key_kind_check,
    add check (kind in ('API_KEY', 'DRIVER', 'SERVICE_ACCOUNT')),
    -- What people call a service account.
    add column title text,
    add column description text not null default '',
    add column revision bigint not null default 0,
    -- A deleted credential keeps its row without its secret, so that its public name is never given to another one.
    add column deleted_at timestamptz,
    alter column ha1 drop not null,
    -- Absent from keys that are older than this column: their private keys are not known, and MD5 is all that can be asked of them.
    add column ha1_sha256 bytea,
    add check ((ha1 is null) = (kind = 'SERVICE_ACCOUNT' or deleted_at is not null)),
    add check (ha1 is not null or ha1_sha256 is null);
create index credential_of_org on credential (org_id, kind);

alter table api_key_org_role rename to credential_org_role;
alter table credential_org_role rename column api_key_id to credential_id;
alter table api_key_project_role rename to credential_project_role;
alter table credential_project_role rename column api_key_id to credential_id;
alter index api_key_project_role_of_group rename to credential_project_role_of_group;

-- From where a credential may be used; from everywhere without any, unless its organization insists.
alter table organization add column access_list_required boolean not null default false;
create table credential_address (
    credential_id varchar(24) not null references credential,
    -- In the one way in which the block can be written.
    block varchar(43) not null,
    created_at timestamptz not null,
    primary key (credential_id, block)
);

create table service_account_secret (
    id varchar(24) primary key,
    credential_id varchar(24) not null references credential,
    -- SHA-256: the secrets are random and long, so that nothing slower is needed.
    hash varchar(64) not null,
    -- Its last characters, by which its owner tells it from another one.
    tail varchar(4) not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index service_account_secret_of_credential on service_account_secret (credential_id);

-- Tokens that were revoked before their time; forgotten once they have expired.
create table revoked_token (
    id varchar(24) primary key,
    client_id text not null,
    expires_at timestamptz not null
);
create index revoked_token_by_expiry on revoked_token (expires_at);

-- What signs tokens. The newest one whose time has come does; the next one waits to be known everywhere, the former ones for their last token.
create table signing_key (
    id text primary key,
    -- Sealed, with the id as associated data.
    keyset bytea not null,
    created_at timestamptz not null,
    signs_from timestamptz not null
);

-- People have several roles, in the organization and in projects.
create table member_org_role (
    member_id varchar(24) not null references member on delete cascade,
    role text not null,
    primary key (member_id, role)
);
insert into member_org_role (member_id, role) select id, role from member;
alter table member drop column role;

create table member_project_role (
    member_id varchar(24) not null references member on delete cascade,
    group_id varchar(24) not null references project,
    role text not null,
    primary key (member_id, group_id, role)
);
create index member_project_role_of_group on member_project_role (group_id);
insert into member_project_role (member_id, group_id, role) select member_id, group_id, 'GROUP_OWNER' from project_owner;
drop table project_owner;
