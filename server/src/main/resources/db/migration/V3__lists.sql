-- What lists are filtered and sorted by. Every order ends in the number, so that a page can begin behind
-- any row; contacts in the bin are in no list but their own.
alter table contact
  add column customer_digits text
    generated always as (nullif(regexp_replace(customer_address, '[^0-9]', '', 'g'), '')) stored;

update contact c set duration_millis = r.duration_millis
  from recording r where r.contact_id = c.contact_id;
update contact c set language = t.language
  from transcript t where t.contact_id = c.contact_id;
update contact c set sentiment = a.result -> 'overall' ->> 'label'
  from analysis a where a.contact_id = c.contact_id and a.code = 'snt' and a.participant = 'customer';

create index contact_by_start on contact (initiated_at, number) where deleted_at is null;
create index contact_by_duration on contact (duration_millis, number) where deleted_at is null;
create index contact_by_agent on contact (agent, number) where deleted_at is null;
create index contact_by_queue on contact (queue, number) where deleted_at is null;
create index contact_by_channel on contact (channel, number) where deleted_at is null;
create index contact_by_language on contact (language, number) where deleted_at is null;
create index contact_by_sentiment on contact ((array_position(
  array['NEGATIVE', 'MIXED', 'NEUTRAL', 'POSITIVE'], sentiment)), number) where deleted_at is null;
create index contact_by_agent_talk on contact (agent_talk_share, number) where deleted_at is null;
create index contact_by_silence on contact (silence_share, number) where deleted_at is null;
create index contact_by_digits on contact (customer_digits text_pattern_ops) where deleted_at is null;
create index contact_by_last_digits on contact (reverse(customer_digits) text_pattern_ops);
create index contact_by_attribute on contact using gin (attributes) where deleted_at is null;
create index contact_in_bin on contact (number) where deleted_at is not null;
create index step_run_by_code on step_run (code) where code is not null;

-- Searching words whatever their ending, in each language that PostgreSQL has rules for. Its own
-- configurations leave frequent words out; then nobody finds "how are you", or a sentence by its phrase.
do $$
declare
  language name;
begin
  for language in
    select substring(dictname from '^(.*)_stem$') from pg_ts_dict
    where dictnamespace = 'pg_catalog'::regnamespace and dictname like '%\_stem'
  loop
    execute format('create text search dictionary %I (template = snowball, language = %s)',
      'said_' || language || '_stem', language);
    execute format('create text search configuration %I (copy = pg_catalog.%I)',
      'said_' || language, language);
    execute format(
      'alter text search configuration %I alter mapping for asciiword, asciihword, hword_asciipart, '
        'word, hword, hword_part with %I',
      'said_' || language, 'said_' || language || '_stem');
  end loop;
end $$;

-- What was said, a line for each turn, and the words of it: those of the agent have weight A, the
-- customer's B, others' C.
create table contact_content (
  number        bigint primary key references contact (number) on delete cascade,
  configuration text not null,
  participants  text[] not null,
  begins_millis bigint[] not null,
  lines         text[] not null,
  said          tsvector not null
);

-- Of a word that is not among the thousand most frequent, PostgreSQL knows by default only that it is in
-- less than one contact in two hundred; it then walks the whole list for one that is in fifty of a million.
alter table contact_content alter column said set statistics 1000;

create index contact_content_said on contact_content using gin (said);

-- Which configurations contact_content uses; a search asks once with each.
create table search_configuration (
  configuration text primary key
);

-- Key phrases in lower case; entities as TYPE and as TYPE:text in lower case.
create table contact_finding (
  number   bigint primary key references contact (number) on delete cascade,
  phrases  text[] not null,
  entities text[] not null
);

create index contact_finding_phrases on contact_finding using gin (phrases);
create index contact_finding_entities on contact_finding using gin (entities);

create table saved_view (
  id         text primary key,
  owner      text not null,
  owner_name text not null,
  name       text not null,
  query      text not null,
  columns    text[] not null,
  shared     boolean not null,
  created_at timestamptz not null
);

create index saved_view_by_owner on saved_view (owner);

create table saved_view_pin (
  view_id text not null references saved_view on delete cascade,
  viewer  text not null,
  primary key (view_id, viewer)
);
