-- Contacts: one row each, holding the newest version of the record.
create sequence contact_number;

create table contact (
  contact_id       text primary key,
  number           bigint not null unique,
  last_update      timestamptz not null,
  received_at      timestamptz not null,
  record           text not null,
  attributes       jsonb not null,
  channel          text not null,
  initiated_at     timestamptz,
  customer_address text,
  agent            text,
  queue            text,
  state            text not null default 'waiting',
  state_reason     text,
  plan             jsonb,
  redelivered      integer not null default 0,
  outdated         integer not null default 0
);

create index contact_by_state on contact (state, number desc);

create table contact_view (
  viewer     text not null,
  contact_id text not null references contact on delete cascade,
  viewed_at  timestamptz not null,
  primary key (viewer, contact_id)
);

create index contact_view_by_time on contact_view (viewer, viewed_at desc);

-- The audio of a contact as found; the bytes stay in the object store.
create table recording (
  contact_id      text primary key references contact on delete cascade,
  bucket          text not null,
  object_key      text not null,
  size_bytes      bigint not null,
  container       text not null,
  encoding        text not null,
  sample_rate_hz  integer not null,
  channels        integer not null,
  duration_millis bigint not null,
  imported_at     timestamptz not null,
  notes           text[] not null default '{}'
);

-- Who speaks on which channel, where a person said so; outlives a second import.
create table channel_swap (
  contact_id text primary key references contact on delete cascade,
  swapped    boolean not null
);

create table waveform (
  contact_id      text not null references contact on delete cascade,
  samples_per_pixel integer not null,
  object_key      text not null,
  primary key (contact_id, samples_per_pixel)
);

create table transcript (
  contact_id  text primary key references contact on delete cascade,
  engine      text not null,
  quality     text not null,
  advice      text,
  language    text,
  channels    text not null,
  turns       integer not null,
  words       integer not null,
  audio_channels boolean not null,
  channel_count integer not null,
  stored_at   timestamptz not null
);

create table analysis (
  contact_id  text not null references contact on delete cascade,
  code        text not null,
  participant text not null,
  result      jsonb not null,
  stored_at   timestamptz not null,
  primary key (contact_id, code, participant)
);

-- The pipeline: what each step of each contact did, and who waits for an engine.
create table step_run (
  contact_id text not null references contact on delete cascade,
  step       text not null,
  state      text not null,
  input      text,
  attempts   integer not null default 0,
  first_tried_at timestamptz,
  started_at timestamptz,
  ended_at   timestamptz,
  next_at    timestamptz,
  progress   real,
  code       text,
  message    text,
  node       text,
  primary key (contact_id, step)
);

create table engine_queue (
  contact_id text primary key references contact on delete cascade,
  since      timestamptz not null,
  place      bigint generated always as identity
);

-- As db-scheduler 16 wants it.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- Access: only hashes of secrets.
create table token (
  id           text primary key,
  name         text not null,
  secret_hash  bytea not null unique,
  created_at   timestamptz not null,
  last_used_at timestamptz
);

create table session (
  secret_hash bytea primary key,
  token_id    text not null references token on delete cascade,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);

create table sign_in_code (
  secret_hash bytea primary key,
  token_id    text not null references token on delete cascade,
  expires_at  timestamptz not null
);

create table playback_key (
  id         integer primary key generated always as identity,
  secret     bytea not null,
  created_at timestamptz not null
);
