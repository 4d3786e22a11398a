-- What was written into Salesforce about each contact, so that nothing is written twice.
create table publication (
  contact_id    text not null references contact on delete cascade,
  object        text not null,
  salesforce_id text,
  fingerprint   text,
  message       text,
  attempted_at  timestamptz not null,
  published_at  timestamptz,
  primary key (contact_id, object)
);

-- The files of a record there: of a file its id, of what it holds a hash.
create table publication_file (
  contact_id    text not null references contact on delete cascade,
  name          text not null,
  kind          text not null,
  salesforce_id text not null,
  fingerprint   text not null,
  primary key (contact_id, name)
);

-- One row for all servers: whether an operator has publication paused.
create table publication_pause (
  only_row  boolean primary key default true check (only_row),
  paused_at timestamptz not null
);
