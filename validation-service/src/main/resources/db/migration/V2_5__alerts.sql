-- Projects as config-service tells of them: whose alerts they are, and how mails call them.
create table project (
    group_id varchar(24) primary key,
    org_id   varchar(24) not null,
    name     varchar(255) not null,
    state    varchar(16) not null,
    revision bigint not null
);

-- Which conditions a project is told of. Every project gets one of each kind.
create table alert_configuration (
    id              varchar(24) primary key,
    group_id        varchar(24) not null,
    event_type_name varchar(64) not null,
    enabled         boolean not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    unique (group_id, event_type_name)
);

-- What people have to know of. Closed ones stay: they are the history of a project's incidents.
create table alert (
    id                       varchar(24) primary key,
    group_id                 varchar(24) not null,
    configuration_id         varchar(24) not null references alert_configuration (id),
    event_type_name          varchar(64) not null,
    subject_kind             varchar(16) not null check (subject_kind in ('KEY_USE', 'ENDPOINT', 'CLUSTER')),
    subject_id               varchar(24) not null,
    subject_name             varchar(2048) not null,
    region                   varchar(64),
    reason                   varchar(64),
    explanation              text not null,
    remedy                   text,
    clusters                 text not null,
    calls                    text not null,
    since                    timestamptz not null,
    status                   varchar(16) not null check (status in ('OPEN', 'CLOSED')),
    created_at               timestamptz not null,
    updated_at               timestamptz not null,
    resolved_at              timestamptz,
    ending                   text,
    -- closed, and its clusters were not all seen running again yet
    recovering               boolean not null,
    acknowledged_until       timestamptz,
    acknowledgement_comment  varchar(200),
    acknowledging_username   varchar(255),
    last_notified            timestamptz,
    revision                 bigint not null
);

create unique index alert_one_open on alert (group_id, event_type_name, subject_id) where status = 'OPEN';
create index alert_of_project on alert (group_id, created_at desc, id desc);
create index alert_recovering on alert (group_id) where recovering;

-- What has to be mailed about an alert, written with what caused it. Recipients are asked for when it is sent.
create table mail (
    id              bigint generated always as identity primary key,
    alert_id        varchar(24) not null references alert (id),
    group_id        varchar(24) not null,
    occasion        varchar(16) not null check (occasion in ('OPENED', 'RECOVERED')),
    subject         varchar(255) not null,
    body            text not null,
    created_at      timestamptz not null,
    addressed_at    timestamptz,
    given_up_at     timestamptz,
    attempts        integer not null,
    next_attempt_at timestamptz not null,
    lease_token     uuid,
    lease_until     timestamptz,
    unique (alert_id, occasion)
);

create index mail_unaddressed on mail (next_attempt_at) where addressed_at is null and given_up_at is null;

-- One mail to one recipient.
create table mail_delivery (
    id              bigint generated always as identity primary key,
    mail_id         bigint not null references mail (id),
    recipient       varchar(1000) not null,
    message_id      varchar(998) not null,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    attempts        integer not null,
    next_attempt_at timestamptz not null,
    last_failure    varchar(1000),
    lease_token     uuid,
    lease_until     timestamptz,
    unique (mail_id, recipient)
);

create index mail_delivery_due on mail_delivery (next_attempt_at) where sent_at is null and given_up_at is null;

-- What time alone brings is looked for by these.
create index key_use_unverified on key_use (unverified_since) where unverified_since is not null and retired_at is null;
