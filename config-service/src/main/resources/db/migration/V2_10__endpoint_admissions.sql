-- Regions that keep their key use for a private endpoint that was admitted and is not heard of yet.
create table endpoint_admission (
    group_id varchar(24) not null references project,
    -- As key_use has it.
    region text not null,
    admitted_at timestamptz not null,
    primary key (group_id, region)
);
create index endpoint_admission_by_age on endpoint_admission (admitted_at);

-- Which of the key uses that are there were left behind by an admission was not remembered: each is looked at once.
insert into endpoint_admission (group_id, region, admitted_at) select distinct group_id, region, now() from key_use;
