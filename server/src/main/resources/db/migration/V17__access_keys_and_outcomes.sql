-- What each access key may do. Those made before could make links to every recording.
alter table access_key add column permissions text[] not null default '{listen,link,unredacted}';
alter table access_key alter column permissions drop default;

-- Links made for access keys, until they end: the key is asked again when their bytes flow. A key
-- that was revoked is still named here, so this is no foreign key.
create table issued_link (
  link       text not null,
  key_id     text not null,
  key_name   text not null,
  expires_at timestamptz not null,
  primary key (link, key_id)
);

create index issued_link_by_end on issued_link (expires_at);

-- How what was begun ended. An entry of a change is added before the change, so what it came to
-- stands in a row of its own, which is not changed either.
create table audit_outcome (
  number bigint primary key references audit_entry on delete cascade,
  result text not null
);

create function keep_audit_outcome() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from audit_entry where number = old.number) then
    return old;
  end if;
  raise exception 'the audit trail is not changed';
end $$;

create trigger keep_audit_outcome before update or delete on audit_outcome
  for each row execute function keep_audit_outcome();

create trigger keep_audit_outcomes before truncate on audit_outcome
  for each statement execute function keep_audit_trail();
