package com.aftercall.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each caller set in the console: one JSON object, kept as it came. */
@Repository
public class Preferences {

  private final JdbcClient jdbc;

  Preferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As it was put; empty if it never was. */
  public Optional<String> find(Caller owner) {
    return jdbc.sql("select content from preference where owner = ?")
        .param(owner.getName())
        .query(String.class)
        .optional();
  }

  /** Replaces it, whole. */
  public void put(Caller owner, String json) {
    jdbc.sql(
            """
            insert into preference (owner, content) values (?, ?)
            on conflict (owner) do update set content = excluded.content
            """)
        .params(owner.getName(), json)
        .update();
  }
}
