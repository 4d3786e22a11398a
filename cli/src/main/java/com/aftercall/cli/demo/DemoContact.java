package com.aftercall.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sample contact of the project: a folder with {@code record.json}, {@code recording.wav}, and
 * perhaps a finished transcript.
 *
 * @param title what happens in it, from the folder's name: {@code late delivery}
 */
public record DemoContact(String title, Path folder, String contactId) {

  /**
   * All of them, by their folders' names.
   *
   * @throws IOException if there is none, or one has no record
   */
  public static List<DemoContact> allIn(Path contacts) throws IOException {
    if (!Files.isDirectory(contacts)) {
      throw new IOException("There are no sample contacts: %s is missing.".formatted(contacts));
    }
    List<DemoContact> found = new ArrayList<>();
    try (var folders = Files.list(contacts)) {
      for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
        found.add(of(folder));
      }
    }
    if (found.isEmpty()) {
      throw new IOException("There are no sample contacts in %s.".formatted(contacts));
    }
    return List.copyOf(found);
  }

  private static DemoContact of(Path folder) throws IOException {
    var file = folder.resolve("record.json");
    try {
      var id = new JsonMapper().readTree(Files.readString(file)).path("ContactId").asString("");
      var title = folder.getFileName().toString().replaceFirst("^\\d+-", "").replace('-', ' ');
      return new DemoContact(title, folder, id);
    } catch (JacksonException e) {
      throw new IOException("%s is not a contact record.".formatted(file), e);
    }
  }
}
