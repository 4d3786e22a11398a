-- Keys with which callers sign requests as for AWS. The secret is needed to check a signature, so it
-- is kept sealed with the key file, not hashed.
create table access_key (
  id            text primary key,
  name          text not null,
  sealed_secret bytea not null,
  created_at    timestamptz not null,
  last_used_at  timestamptz
);

-- The key group: public halves of the keys that sign links to recordings. Of a key that the operator
-- keeps in a secret there is no private half here.
create table signing_key (
  id                 text primary key,
  public_key         bytea not null,
  sealed_private_key bytea,
  created_at         timestamptz not null,
  signs_until        timestamptz,
  trusted_until      timestamptz not null
);

-- A link names a recording by its key alone; the bucket is cut off.
create index recording_by_key on recording (object_key);
