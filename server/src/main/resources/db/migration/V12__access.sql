-- Who may sign in and what each may do. Permission sets that come with the server are in its code.
create table app_user (
  id              text primary key,
  user_name       text not null,
  display_name    text,
  email           text,
  agent           text,
  active          boolean not null,
  password_hash   text,
  provider        text,
  subject         text,
  created_at      timestamptz not null,
  last_sign_in_at timestamptz
);

create unique index app_user_by_name on app_user (lower(user_name));
create unique index app_user_by_subject on app_user (provider, subject) where subject is not null;

create table user_group (
  id          text primary key,
  name        text not null,
  description text,
  claim       text
);

create unique index user_group_by_name on user_group (lower(name));

-- Vouched: an OpenID Connect provider said so at the last sign-in; taken back when it no longer does.
create table group_member (
  group_id text not null references user_group on delete cascade,
  user_id  text not null references app_user on delete cascade,
  vouched  boolean not null default false,
  primary key (group_id, user_id)
);

create index group_member_by_user on group_member (user_id);

create table permission_set (
  id          text primary key,
  label       text not null,
  description text,
  permissions text[] not null,
  contacts    text not null
);

create unique index permission_set_by_label on permission_set (lower(label));

create table permission_grant (
  set_id   text not null,
  user_id  text references app_user on delete cascade,
  group_id text references user_group on delete cascade,
  check (num_nonnulls(user_id, group_id) = 1)
);

create unique index permission_grant_by_user on permission_grant (user_id, set_id) where user_id is not null;
create unique index permission_grant_by_group on permission_grant (group_id, set_id) where group_id is not null;

-- A token without a list of permissions is good for everything, as all were before.
alter table token
  add column permissions text[],
  add column contacts    text not null default 'all',
  add column expires_at  timestamptz,
  add column created_by  text;

alter table session
  alter column token_id drop not null,
  add column id           text not null default gen_random_uuid()::text unique,
  add column user_id      text references app_user on delete cascade,
  add column last_used_at timestamptz not null default now(),
  add column address      text,
  add column browser      text,
  add column provider     text,
  add check (num_nonnulls(token_id, user_id) = 1);

create index session_by_user on session (user_id);

alter table sign_in_code
  alter column token_id drop not null,
  add column user_id text references app_user on delete cascade,
  add check (num_nonnulls(token_id, user_id) = 1);

alter table embed_token
  alter column token_id drop not null,
  add column id      text not null default gen_random_uuid()::text unique,
  add column user_id text references app_user on delete cascade,
  add check (num_nonnulls(token_id, user_id) = 1);

-- Users have preferences too.
alter table preference drop constraint preference_token_id_fkey;
alter table preference rename column token_id to owner;

-- Wrong passwords in a row, by user name and by address; names only as hashes, because people
-- sometimes type a password there.
create table sign_in_attempt (
  key      bytea primary key,
  failures integer not null,
  last_at  timestamptz not null
);

-- Sign-ins by OpenID Connect that have begun and not come back yet.
create table openid_attempt (
  state_hash bytea primary key,
  provider   text not null,
  nonce      text not null,
  verifier   text not null,
  next       text not null,
  expires_at timestamptz not null
);

-- What was exported with which right to read.
alter table bulk_action
  add column words text not null default 'all',
  add column agent text;

-- Who did what. Rows are added and, when they are old enough, removed; never changed.
create table audit_entry (
  number     bigint generated always as identity primary key,
  at         timestamptz not null,
  who_kind   text not null,
  who_id     text,
  who_name   text not null,
  what       text not null,
  result     text not null,
  contact_id text,
  address    text,
  details    jsonb not null
);

create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_contact on audit_entry (contact_id, number) where contact_id is not null;
create index audit_entry_by_id on audit_entry (who_id, number) where who_id is not null;
create index audit_entry_by_name on audit_entry (who_name, number);

create function keep_audit_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      and old.at < cast(nullif(current_setting('aftercall.audit_before', true), '') as timestamptz) then
    return old;
  end if;
  raise exception 'the audit trail is not changed';
end $$;

create trigger keep_audit_entry before update or delete on audit_entry
  for each row execute function keep_audit_entry();

create function keep_audit_trail() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is not emptied';
end $$;

create trigger keep_audit_trail before truncate on audit_entry
  for each statement execute function keep_audit_trail();

-- Links to recordings that were followed, so that a playback of many ranges is one entry.
create table playback_use (
  link       bytea primary key,
  expires_at timestamptz not null
);
