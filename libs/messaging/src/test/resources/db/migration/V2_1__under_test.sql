create table thing (
    id       text primary key,
    version  int    not null,
    revision bigint not null,
    name     text   not null
);

create table thing_projection (
    id       text primary key,
    revision bigint not null,
    name     text   not null
);
