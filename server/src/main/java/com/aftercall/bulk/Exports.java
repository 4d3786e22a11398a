package com.aftercall.bulk;

import com.aftercall.access.Visibility;
import com.aftercall.contact.Contacts;
import com.aftercall.storage.ObjectStore;
import com.aftercall.transcript.Transcripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins the files of exports. */
@Component
class Exports {

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final Transcripts transcripts;
  private final ObjectStore objects;
  private final Path data;

  Exports(
      JdbcClient jdbc,
      Contacts contacts,
      Transcripts transcripts,
      ObjectStore objects,
      @Value("${aftercall.data}") Path data) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.transcripts = transcripts;
    this.objects = objects;
    this.data = data;
  }

  ExportFile begin(String id, Visibility words) {
    try {
      return new ExportFile(
          id,
          data.toAbsolutePath().resolve("tmp"),
          new ExportLines(jdbc, contacts, transcripts, words),
          objects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
