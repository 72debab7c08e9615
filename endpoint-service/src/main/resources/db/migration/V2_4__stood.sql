-- Whether an endpoint ever could be used: if so, it is replaced when it is lost, even while it waits to be approved once more.
alter table endpoint add column stood boolean not null default false;
update endpoint set stood = true where state in ('READY', 'LOST', 'REPLACED');
