-- A service principal is authorised, too, once it let us in: under the ids that its row has. A Google account has no date of its own.
alter table cloud_role
    drop constraint aws_role_check,
    add check (provider <> 'AWS' or (role_arn is null) = (authorized_at is null)),
    add check (provider <> 'GCP' or authorized_at is null);
