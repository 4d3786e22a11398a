-- What Contact Lens found out about a call. Text, not jsonb: transcripts may have U+0000 in them.
create table contact_lens (
  contact_id text primary key references contact on delete cascade,
  bucket     text not null,
  object_key text not null,
  analysis   text not null,
  turns      text not null,
  stored_at  timestamptz not null
);
