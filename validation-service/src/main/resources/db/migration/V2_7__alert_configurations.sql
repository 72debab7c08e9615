-- Alert configurations are what people say they are: several for one kind of alert, each with its own limits and notifications.
alter table alert_configuration
    drop constraint alert_configuration_group_id_event_type_name_key,
    add column severity       varchar(16) check (severity in ('INFO', 'WARNING', 'ERROR', 'CRITICAL')),
    add column threshold_days integer,
    add column matchers       text not null default '[]',
    -- JSON; what is secret in it is sealed
    add column notifications  text not null default '[]',
    add column revision       bigint not null default 0;
alter table alert_configuration
    alter column matchers drop default,
    alter column notifications drop default,
    alter column revision drop default;

-- Those that are there told the owners, but for what only whoever runs the installation can mend.
update alert_configuration
set notifications = '[{"notifierId":"' || id || '","delayMin":0,"intervalMin":60,"channel":{"typeName":"GROUP","emailEnabled":true,"smsEnabled":false,"roles":["GROUP_OWNER"]}}]'
where event_type_name <> 'CLUSTER_STOP_NOT_OBSERVED';

create index alert_configuration_of_project on alert_configuration (group_id, created_at, id);

-- Projects that have had their default configurations, and when each has to be looked at though nothing happens.
create table alert_project (
    group_id varchar(24) primary key,
    look_at  timestamptz
);
insert into alert_project (group_id) select distinct group_id from alert_configuration;
create index alert_project_due on alert_project (look_at) where look_at is not null;

-- Since when a key is the one that a project uses with a provider. What was there before is counted from the next look at the project.
create table key_age (
    group_id   varchar(24) not null,
    provider   varchar(32) not null,
    key_use_id varchar(24) not null,
    key_id     varchar(24),
    since      timestamptz not null,
    primary key (group_id, provider)
);

-- Alerts outlive the configurations that raised them, and each configuration has its own.
alter table alert
    drop constraint alert_configuration_id_fkey,
    drop constraint alert_status_check,
    add constraint alert_status_check check (status in ('TRACKING', 'OPEN', 'CLOSED', 'CANCELLED'));
drop index alert_one_open;
create unique index alert_one_live on alert (configuration_id, event_type_name, subject_id) where status in ('TRACKING', 'OPEN');
create index alert_live on alert (group_id) where status in ('TRACKING', 'OPEN');
create index alert_of_project_by_status on alert (group_id, status, created_at desc, id desc);

-- Who gets a mail follows from the configuration. Those that wait equally long share one.
alter table mail
    drop constraint mail_alert_id_occasion_key,
    add column owners        boolean not null default true,
    add column addresses     text not null default '',
    add column delay_minutes integer not null default 0,
    add constraint mail_once unique (alert_id, occasion, delay_minutes);
alter table mail
    alter column owners drop default,
    alter column addresses drop default,
    alter column delay_minutes drop default;
