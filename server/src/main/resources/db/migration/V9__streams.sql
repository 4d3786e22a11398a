-- How far each part of a stream was read, for people to look at. What counts for going on is kept
-- where the stream keeps it: in the lease table, the consumer group, the queue.
create table stream_partition (
  stream         text not null,
  partition_id   text not null,
  server         text not null,
  place          text,
  records        bigint not null,
  last_record_at timestamptz,
  behind_millis  bigint,
  behind_records bigint,
  read_at        timestamptz not null,
  primary key (stream, partition_id)
);

-- What a stream delivered and nobody can take, with the reason. It stays until somebody has it tried
-- again or dismisses it.
create table rejected_record (
  id              bigint generated always as identity primary key,
  stream          text not null,
  partition_id    text not null,
  place           text not null,
  received_at     timestamptz not null,
  reason          text not null,
  content         bytea not null,
  attempts        integer not null default 1,
  last_attempt_at timestamptz not null,
  unique (stream, partition_id, place)
);

-- Files of contact records that are read once, in the order of their keys; place is the last one
-- that was looked at.
create table backfill (
  id         text primary key,
  bucket     text not null,
  prefix     text not null,
  from_time  timestamptz,
  until_time timestamptz,
  state      text not null check (state in ('running', 'complete', 'stopped', 'failed')),
  place      text,
  files      bigint not null default 0,
  accepted   bigint not null default 0,
  rejected   bigint not null default 0,
  message    text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
