-- How the channels of a configuration fare is read from its newest notices.
drop index notice_of_configuration;
create index notice_of_configuration on notice (configuration_id, id) where configuration_id is not null;
