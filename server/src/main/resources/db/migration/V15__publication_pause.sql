-- Who paused publication, as the console shows it; null where that was before anybody asked.
alter table publication_pause add column paused_by text;
