package com.aftercall.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks questions over all contacts. */
@Component
class SearchDatabase {

  /** With the usual 4 MB of memory, groups of a month's key phrases are sorted on the disk. */
  private static final String SETTINGS =
      "set local plan_cache_mode = force_custom_plan; set local work_mem = '64MB'";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  SearchDatabase(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * The rows of a statement, with parameters in order. It is planned anew each time, because the
   * best way depends on the values: an agent with ten contacts is found by the index, one with a
   * hundred thousand by walking the list.
   */
  <T> List<T> ask(String sql, List<?> parameters, RowMapper<T> rows) {
    return transactions.execute(
        status -> {
          jdbc.sql(SETTINGS).update();
          return jdbc.sql(sql).params(parameters).query(rows).list();
        });
  }

  /** The contacts {@code c} that a filter leaves, for {@code from}. */
  Selection select(ContactFilter filter, Condition... more) {
    var words = filter.words();
    var conditions =
        Stream.of(
                filter.conditions().stream(),
                words == null ? Stream.<Condition>empty() : Stream.of(said(words)),
                Stream.of(more))
            .flatMap(all -> all)
            .toList();
    return new Selection(
        "contact c"
            + conditions.stream()
                .map(condition -> condition.table().join)
                .distinct()
                .collect(Collectors.joining())
            + " where "
            + conditions.stream().map(Condition::sql).collect(Collectors.joining(" and ")),
        conditions.stream().flatMap(condition -> condition.parameters().stream()).toList());
  }

  /**
   * Contacts of some rows.
   *
   * @param sql what follows {@code from}
   * @param parameters of it
   */
  record Selection(String sql, List<Object> parameters) {

    @Override
    public String toString() {
      return "Selection[%s]".formatted(sql);
    }
  }

  /** Each language has its own endings, so the words mean something else in each. */
  private Condition said(SearchWords words) {
    if (words.alternatives().isEmpty()) {
      return Condition.onContact("false");
    }
    var configurations = configurations();
    var sql =
        configurations.stream()
            .map(name -> "s.configuration = ? and s.said @@ to_tsquery(?::regconfig, ?)")
            .collect(Collectors.joining(" or ", "(", ")"));
    return configurations.isEmpty()
        ? Condition.onContact("false")
        : new Condition(
            Condition.Table.CONTENT,
            sql,
            configurations.stream()
                .flatMap(name -> Stream.<Object>of(name, name, words.query()))
                .toList());
  }

  private List<String> configurations() {
    return ask(
        "select configuration from search_configuration order by 1",
        List.of(),
        (row, number) -> row.getString(1));
  }
}
