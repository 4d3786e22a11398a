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
