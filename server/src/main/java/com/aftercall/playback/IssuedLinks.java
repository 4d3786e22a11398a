package com.aftercall.playback;

import com.aftercall.access.AccessKey;
import com.aftercall.access.AccessKeys;
import com.aftercall.access.AuditEntry.Who;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers, until they end, for which access key links were made. A link in CloudFront's form has
 * no room for that, and what the key may do can change while the link is good.
 */
@Repository
class IssuedLinks {

  private final JdbcClient jdbc;
  private final AccessKeys keys;
  private final InstantSource clock;

  IssuedLinks(JdbcClient jdbc, AccessKeys keys, InstantSource clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /** Somebody for whom a link was made; two who ask in the same second get the same link. */
  record Maker(String keyId, String keyName) {

    Who who() {
      return new Who("accessKey", keyId, keyName);
    }
  }

  /** Returns when it is stored; tidies away what has ended. */
  void note(SignedPolicy link, AccessKey key) {
    jdbc.sql("delete from issued_link where expires_at < ?")
        .param(Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into issued_link (link, key_id, key_name, expires_at) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(link.hash(), key.id(), key.name(), Timestamp.from(link.policy().endsAt()))
        .update();
  }

  /** For whom it was made; nobody for links that others sign with a key that they share with us. */
  List<Maker> makers(SignedPolicy link) {
    return jdbc.sql("select key_id, key_name from issued_link where link = ? order by key_id")
        .param(link.hash())
        .query((row, number) -> new Maker(row.getString(1), row.getString(2)))
        .list();
  }

  /** The first of them who may share such a recording now. */
  Optional<Maker> allowed(List<Maker> makers, boolean redacted) {
    return makers.stream()
        .filter(maker -> keys.find(maker.keyId()).filter(key -> key.mayShare(redacted)).isPresent())
        .findFirst();
  }
}
