package com.aftercall.pipeline;

import com.aftercall.access.Visibility;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Switches;
import com.aftercall.transcript.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an operator wants to know of the whole. */
@Component
public class ServerStatus {

  private final Contacts contacts;
  private final EngineSlots slots;
  private final Engines engines;
  private final Switches switches;
  private final Path data;
  private final String version;

  ServerStatus(
      Contacts contacts,
      EngineSlots slots,
      Engines engines,
      Switches switches,
      @Value("${aftercall.data}") Path data,
      @Value("${aftercall.version}") String version) {
    this.contacts = contacts;
    this.slots = slots;
    this.engines = engines;
    this.switches = switches;
    this.data = data;
    this.version = version;
  }

  /**
   * The state of the server.
   *
   * @param version of the program
   * @param contacts how many in each state
   * @param waitingForEngine how many are in the line for a transcription
   * @param engines that are ready
   * @param switches the operator's, under the original's names
   * @param diskFreeBytes where the data folder is
   */
  public record Report(
      String version,
      Map<String, Long> contacts,
      int waitingForEngine,
      List<Engine> engines,
      Map<String, Boolean> switches,
      long diskFreeBytes) {}

  /**
   * An engine that is ready.
   *
   * @param name as in the configuration
   * @param quality what to expect of its words
   * @param present always true; engines that are not ready are not listed
   * @param languages how many codes it takes
   * @param advice what to do to get better words
   */
  public record Engine(String name, String quality, boolean present, int languages, String advice) {

    static Engine of(Engines.Present engine) {
      return new Engine(engine.name(), engine.quality(), true, engine.languages(), engine.advice());
    }
  }

  /**
   * The state now.
   *
   * @param visibility of whoever asks: contacts that he may not see are not counted
   */
  public Report report(Visibility visibility) {
    return new Report(
        version,
        contacts.countByState(visibility),
        slots.waiting(),
        engines.present().stream().map(Engine::of).toList(),
        Map.of(
            "PostcallRecordingImportEnabled", switches.recordingImport(),
            "PostcallTranscribeEnabled", switches.transcribe(),
            "PostcallCTRImportEnabled", switches.contactRecordImport(),
            "ContactLensImportEnabled", switches.contactLensImport(),
            "analysis", switches.analysis()),
        diskFree());
  }

  private long diskFree() {
    try {
      return Files.getFileStore(data.toAbsolutePath()).getUsableSpace();
    } catch (IOException e) {
      return -1;
    }
  }
}
