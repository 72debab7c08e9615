-- Projection of keyward.endpoints: what became of each private endpoint. A deleted one keeps its row and its revision.
create table endpoint_seen (
    id varchar(24) primary key,
    group_id varchar(24) not null,
    provider text not null,
    region text not null,
    -- As the API shows it; DELETED when it is gone.
    status text not null,
    since timestamptz not null,
    revision bigint not null
);
create index endpoint_seen_of_group on endpoint_seen (group_id);
