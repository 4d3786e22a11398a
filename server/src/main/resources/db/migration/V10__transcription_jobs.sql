-- The newest transcription of each contact that is made elsewhere. Written before the order goes
-- out, so that a server that dies in between finds the job that it ordered.
create table transcription_job (
  contact_id text primary key references contact on delete cascade,
  name       text not null unique,
  work       text not null,
  generation integer not null,
  state      text not null,
  started_at timestamptz,
  looks      integer not null default 0,
  result     text
);

create index transcription_job_running on transcription_job (started_at) where state = 'running';
