-- Contact Lens makes a second recording, without what is private; which of the two was imported.
alter table recording add column redacted boolean not null default false;
