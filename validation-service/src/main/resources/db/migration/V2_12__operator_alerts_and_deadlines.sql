-- What operators have to know of the installation itself. One open alert of each type; closed ones stay.
create table operator_alert (
    id          varchar(24) primary key,
    type        varchar(64) not null,
    explanation text not null,
    remedy      text not null,
    -- JSON object of strings
    facts       text not null,
    opened_at   timestamptz not null,
    updated_at  timestamptz not null,
    closed_at   timestamptz,
    ending      text,
    revision    bigint not null
);
create unique index operator_alert_one_open on operator_alert (type) where closed_at is null;
create index operator_alert_newest on operator_alert (opened_at desc, id desc);

-- Alerts that warn of something say when it happens.
alter table alert add column deadline timestamptz;

-- Thresholds are in the unit of their type: days of age, or hours that are left.
alter table alert_configuration rename column threshold_days to threshold;

-- Projects that exist are warned of keys that end, too.
insert into alert_configuration
    (id, group_id, event_type_name, enabled, severity, threshold, matchers, notifications, created_at, updated_at, revision)
select expiring.id, expiring.group_id, 'ENCRYPTION_AT_REST_KEY_EXPIRING', true, null, 168, '[]',
    '[{"notifierId":"' || expiring.id || '","delayMin":0,"intervalMin":1440,"channel":{"typeName":"GROUP","emailEnabled":true,"smsEnabled":false,"roles":["GROUP_OWNER"]}}]',
    now(), now(), 0
from (
    select substr(md5('keyward.expiring.' || group_id), 1, 24) as id, group_id
    from alert_project
    where group_id not in (select group_id from project where state = 'DELETED')
) as expiring;
update alert_project set look_at = now()
where group_id in (select group_id from alert_configuration where event_type_name = 'ENCRYPTION_AT_REST_KEY_EXPIRING');
