package com.aftercall.transcript.imported;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Tells the JSON formats apart by their properties: {@code results} or {@code Transcript}. Entries
 * of the latter that have offsets are of Contact Lens, the others of a chat.
 */
final class JsonTranscript {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonTranscript() {}

  static FinishedTranscript read(InputStream content, TranscriptFile file) throws IOException {
    var transcribe = new TranscribeResults();
    var spoken = new ContactLensTurns();
    var chat = new ConnectChat(spoken);
    try (var parser = JSON.createParser(ObjectReadContext.empty(), content)) {
      var json = new JsonCursor(parser, file);
      json.start();
      json.object(
          name -> {
            switch (name) {
              case "results" -> transcribe.read(json);
              case "Transcript" -> chat.read(json);
              case "Participants" -> spoken.readParticipants(json);
              case "LanguageCode" -> spoken.readLanguage(json);
              default -> json.skip();
            }
          });
    } catch (JacksonIOException broken) {
      throw broken.getCause();
    } catch (JacksonException malformed) {
      // Jackson quotes what it read, and that is private: neither its message nor it is passed on.
      var location = malformed.getLocation();
      throw file.unreadable(
          JsonCursor.place(location == null ? -1 : location.getByteOffset()), "broken JSON");
    }
    if (transcribe.wasRead()) {
      return transcribe.transcript();
    }
    if (spoken.wasRead()) {
      return spoken.transcript();
    }
    if (chat.wasRead()) {
      return chat.transcript();
    }
    throw file.unreadable(
        "at its end",
        "JSON without 'results' (Amazon Transcribe) and without 'Transcript' (Amazon Connect)");
  }
}
