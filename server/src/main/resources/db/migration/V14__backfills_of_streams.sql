-- A backfill reads a bucket or, from a time, a stream.
alter table backfill
  alter column bucket drop not null,
  alter column prefix drop not null,
  add column stream text,
  add column redelivered bigint not null default 0,
  add check ((bucket is null) <> (stream is null));

-- How far the backfill of a stream is in each shard or partition.
create table backfill_partition (
  backfill_id    text not null references backfill on delete cascade,
  partition_id   text not null,
  place          text,
  read           boolean not null,
  last_record_at timestamptz,
  primary key (backfill_id, partition_id)
);
