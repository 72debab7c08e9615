-- What an endpoint is to lead to, in the cloud's own words, as its admission said: on clouds where that is one thing of the customer's. It never changes.
alter table endpoint add column service text;
