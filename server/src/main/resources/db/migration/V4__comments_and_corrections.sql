-- What people say about a contact.
create table comment (
  id         text primary key,
  contact_id text not null references contact on delete cascade,
  author_id  text not null,
  author     text not null,
  text       text not null,
  at_millis  bigint,
  reply_to   text references comment on delete cascade,
  created_at timestamptz not null,
  edited_at  timestamptz
);

create index comment_by_contact on comment (contact_id);
create index comment_by_comment on comment (reply_to) where reply_to is not null;

-- Every wording that a person gave to a turn. A turn is known by its audio channel, its begin and the
-- engine's words, so that a correction is never applied to what another transcript says instead.
create table correction (
  number        bigint generated always as identity primary key,
  contact_id    text not null references contact on delete cascade,
  audio_channel integer not null,
  begin_nanos   bigint not null,
  heard         text not null,
  text          text not null,
  author_id     text not null,
  author        text not null,
  corrected_at  timestamptz not null
);

create index correction_by_contact on correction (contact_id);

-- Bucket and folder without the parts that are dates: what recordings of one source share. A year, alone
-- or with month and day, and the numbers of one or two digits in the folders below it, are such parts.
alter table recording add column source text generated always as (
  bucket || rtrim(
    regexp_replace(
      '/' || regexp_replace(object_key, '[^/]*$', ''),
      '/([A-Za-z_]+=)?(19|20)\d\d(-?[01]\d(-?[0-3]\d)?)?(/([A-Za-z_]+=)?\d{1,2})*(?=/)',
      '',
      'g'),
    '/')) stored;

create index recording_by_source on recording (source);

-- Who speaks on which channel of a source's recordings, where a person said so.
create table source_swap (
  source  text primary key,
  swapped boolean not null
);

-- Contacts whose sides have changed and whose analysis has to be made again.
create table side_change (
  contact_id text primary key references contact on delete cascade
);
