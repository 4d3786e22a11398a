-- Links that show one contact elsewhere; only hashes of their secrets.
create table embed_token (
  secret_hash bytea primary key,
  token_id    text not null references token on delete cascade,
  contact_id  text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);

-- What each caller set in the console.
create table preference (
  token_id text primary key references token on delete cascade,
  content  text not null
);

-- The bin is the contacts with a deleted_at; what is erased leaves its id.
create index contact_by_deletion on contact (deleted_at) where deleted_at is not null;

create index recording_by_location on recording (bucket, object_key);

create table erased_contact (
  contact_id text primary key,
  erased_at  timestamptz not null,
  late       integer not null default 0
);

-- Bulk actions and what became of each of their contacts; those may be erased meanwhile.
create table bulk_action (
  id         text primary key,
  owner      text not null,
  action     text not null,
  state      text not null,
  total      integer not null,
  created_at timestamptz not null,
  ended_at   timestamptz,
  file_key   text
);

create index bulk_action_by_owner on bulk_action (owner, created_at desc);

create table bulk_item (
  bulk_id    text not null references bulk_action on delete cascade,
  position   integer not null,
  contact_id text not null,
  state      text not null default 'waiting',
  reason     text,
  primary key (bulk_id, position)
);

create index bulk_item_by_state on bulk_item (bulk_id, state, position);
