-- What lists filter and sort by, beside what the record says. Null until the step that finds it is done.
alter table contact
  add column duration_millis  bigint,
  add column language         text,
  add column sentiment        text,
  add column agent_talk_share real,
  add column silence_share    real,
  add column deleted_at       timestamptz;
