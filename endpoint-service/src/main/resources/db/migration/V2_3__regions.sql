-- Regions of clouds in which endpoints are, or were: when each is looked at next, what the last look that was seen through showed, and how it answers.
create table region_look (
    provider      varchar(32) not null,
    region        varchar(64) not null,
    -- the next look: due by the injected clock, leased by the database's
    next_look_at  timestamptz not null,
    lease_token   uuid,
    lease_until   timestamptz,
    -- of what the last look showed whose every consequence is recorded, and when all that is recorded was last compared with it
    digest        text,
    digest_at     timestamptz,
    -- endpoints there that are ours and that there is no record of
    orphans       integer not null default 0,
    -- troubles in a row, and the last of them
    failures      integer not null default 0,
    seen_at       timestamptz,
    trouble       text,
    trouble_since timestamptz,
    primary key (provider, region),
    check ((trouble is null) = (trouble_since is null))
);

insert into region_look (provider, region, next_look_at)
select distinct provider, region, now() from endpoint;

-- A region is claimed, and no endpoint on its own: a record changes only if it is as it was read.
drop index endpoint_due;
drop index endpoint_lease;
alter table endpoint
    drop column lease_token,
    drop column lease_until;
create index endpoint_due on endpoint (provider, region, next_look_at)
    where state <> 'DELETED' and next_look_at is not null;
