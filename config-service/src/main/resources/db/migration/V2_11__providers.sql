-- Several providers side by side. The keys and the stamps of each are read and written as a whole, with the project's configuration.
alter table encryption_config
    -- The key of each provider that is on, as JSON. Names what opens it, holds no secret.
    add column provider_keys text not null default '[]',
    -- By provider, the number of the last admission or closing of private endpoints, as JSON.
    add column admission_stamps text not null default '{}';

update encryption_config set provider_keys = cast(json_build_array(json_build_object(
        'provider', 'AWS', 'key', aws_key, 'region', aws_region, 'roleId', aws_role_id,
        'requirePrivateNetworking', aws_private_networking)) as text)
where aws_enabled;
update encryption_config set admission_stamps = cast(json_build_object('AWS', aws_admission_stamp) as text)
where aws_admission_stamp > 0;

alter table encryption_config
    drop column aws_enabled,
    drop column aws_key,
    drop column aws_region,
    drop column aws_role_id,
    drop column aws_private_networking,
    drop column aws_admission_stamp;

-- What opens a key is a role or something else, and says more than a role's id. A former key keeps all of it: the configuration that named it is gone.
alter table project_key add column settings text;
update project_key set settings = cast(json_build_object(
        'provider', provider, 'key', arn, 'region', region, 'roleId', role_id, 'requirePrivateNetworking', false) as text);
alter table project_key
    alter column settings set not null,
    drop column region,
    drop column role_id;

-- ARNs are what AWS calls names.
alter table project_key rename column arn to name;
alter table key_use rename column arn to name;
alter table left_key rename column arn to name;

alter table endpoint_admission add column provider text not null default 'AWS';
alter table endpoint_admission
    alter column provider drop default,
    drop constraint endpoint_admission_pkey,
    add primary key (group_id, provider, region);
