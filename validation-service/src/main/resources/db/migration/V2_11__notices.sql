-- What is to be told, whether by mail or by another channel: one row for each alert, occasion and audience, written with what caused it.
alter table mail rename to notice;
alter table mail_delivery rename to notice_delivery;
alter table notice_delivery rename column mail_id to notice_id;
alter index mail_unaddressed rename to notice_unaddressed;
alter index mail_delivery_due rename to notice_delivery_due;

alter table notice
    -- an operator's alert is in another table, and in no project
    drop constraint mail_alert_id_fkey,
    alter column group_id drop not null,
    drop constraint mail_occasion_check,
    add constraint notice_occasion_check check (occasion in ('OPENED', 'REMINDED', 'RECOVERED')),
    drop constraint mail_once,
    -- which reminder it is; 0 for what is said once
    add column sequence         integer not null default 0,
    -- whom it is for, among all who are told of the alert: those whose mails wait equally long, or one notification of the configuration
    add column audience         varchar(64),
    add column channel_type     varchar(32) not null default 'EMAIL',
    -- JSON, what is secret in it sealed; null for mails, and for operators, whose channels are settings
    add column channel          text,
    add column configuration_id varchar(24),
    -- whom to find addresses of, a role on each line
    add column roles            text not null default '',
    -- JSON: all that there is to say. How it is said is up to the channel
    add column content          text,
    add column interval_minutes integer,
    add column remind_at        timestamptz,
    add column reminders        integer not null default 0;

-- Mails that were written before keep their words.
update notice n
set audience = 'mail-' || n.delay_minutes,
    roles = case when n.owners then 'GROUP_OWNER' else '' end,
    content = jsonb_build_object(
        'id', n.alert_id, 'occasion', n.occasion, 'severity', 'WARNING', 'type', a.event_type_name,
        'project', jsonb_build_object('id', n.group_id, 'name', coalesce((select p.name from project p where p.group_id = n.group_id), n.group_id)),
        'title', regexp_replace(n.subject, '^\[Keyward\] Project .*?: ', ''),
        'facts', '[]'::jsonb,
        'since', to_char(a.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'explanation', n.body, 'clusters', '[]'::jsonb)::text
from alert a where a.id = n.alert_id;

alter table notice
    alter column audience set not null,
    alter column content set not null,
    alter column channel_type drop default,
    alter column sequence drop default,
    alter column roles drop default,
    alter column reminders drop default,
    drop column owners,
    drop column subject,
    drop column body,
    add constraint notice_once unique (alert_id, occasion, sequence, audience);

create index notice_remind on notice (remind_at) where remind_at is not null;

-- When the channel last took something, and what it answered last when it did not.
alter table notice_delivery add column last_failed_at timestamptz;
create index notice_of_configuration on notice (configuration_id) where configuration_id is not null;
create index notice_delivery_of_notice on notice_delivery (notice_id);
