package com.aftercall.contact;

import com.aftercall.access.ContactAgents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells whose contacts those are that are stored. */
@Repository
class StoredAgents implements ContactAgents {

  private final JdbcClient jdbc;

  StoredAgents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, String> agents(Collection<String> contactIds) {
    Map<String, String> agents = new HashMap<>();
    jdbc.sql(
            "select contact_id, agent from contact where contact_id = any(?) and agent is not null")
        .param(contactIds.toArray(String[]::new))
        .query(
            row -> {
              agents.put(row.getString("contact_id"), row.getString("agent"));
            });
    return agents;
  }
}
