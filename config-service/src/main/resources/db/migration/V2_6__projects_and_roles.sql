-- Projects can be changed and closed; ways into customers' clouds, whatever the cloud, in one table.

alter table project
    -- What differs from the defaults, as a JSON object of booleans.
    add column settings text not null default '{}',
    -- A closed project keeps its row, so that its id is never used again. Its name is free.
    add column deleted_at timestamptz,
    drop constraint project_org_id_name_key;
create unique index project_name on project (org_id, name) where deleted_at is null;

alter table aws_role rename to cloud_role;
alter table cloud_role
    add column provider text not null default 'AWS' check (provider in ('AWS', 'AZURE', 'GCP')),
    alter column external_id drop not null,
    -- Azure: a service principal in the customer's tenant, of the application that is named.
    add column tenant_id varchar(36),
    add column service_principal_id varchar(36),
    add column application_id varchar(36),
    add column updated_at timestamptz,
    -- Google: the service account that the customer lets in; all roles of a project have the same.
    add column service_account text,
    add column account_status text check (account_status in ('IN_PROGRESS', 'COMPLETE')),
    add check ((provider = 'AWS') = (external_id is not null)),
    add check (provider = 'AWS' or role_arn is null),
    add check ((provider = 'AZURE') = (tenant_id is not null)),
    add check ((tenant_id is null) = (service_principal_id is null)),
    add check ((tenant_id is null) = (application_id is null)),
    add check ((tenant_id is null) = (updated_at is null)),
    add check ((provider = 'GCP') = (service_account is not null)),
    add check ((service_account is null) = (account_status is null));
alter table cloud_role alter column provider drop default;
create index cloud_role_in_progress on cloud_role (created_at) where account_status = 'IN_PROGRESS';
