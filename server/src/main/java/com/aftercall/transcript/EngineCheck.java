package com.aftercall.transcript;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the engine that the settings name is ready, and how good its words are. */
@Component
class EngineCheck implements Check {

  private final Engines engines;
  private final TranscriptionSettings settings;

  EngineCheck(Engines engines, TranscriptionSettings settings) {
    this.engines = engines;
    this.settings = settings;
  }

  @Override
  public String id() {
    return "engines";
  }

  @Override
  public String title() {
    return "Engines that transcribe, and their models";
  }

  @Override
  public Finding run() {
    try {
      return judge(settings.engine(), engines.present());
    } catch (AftercallException e) {
      return Finding.failed(lookedAt(settings.engine()), e.sentence(), "As it says.");
    }
  }

  static Finding judge(String wanted, List<Engines.Present> present) {
    return switch (wanted) {
      case "imported" ->
          Finding.ok(
              lookedAt(wanted),
              "Finished transcripts beside the recordings are taken, and no engine.");
      case "auto" -> judgeBest(wanted, present);
      case "whisper", "sphinx" ->
          judgeBest(
              wanted, present.stream().filter(engine -> engine.name().equals(wanted)).toList());
      default ->
          Finding.notUsed(lookedAt(wanted), "This engine is a service elsewhere, checked apart.");
    };
  }

  private static Finding judgeBest(String wanted, List<Engines.Present> usable) {
    if (usable.isEmpty()) {
      return Finding.failed(
          lookedAt(wanted),
          "It is not ready.",
          "For Whisper fetch a model: ./aftercall models list, then models pull.");
    }
    var found =
        usable.stream()
            .map(
                engine ->
                    "%s (%s quality, %d language codes)"
                        .formatted(engine.name(), engine.quality(), engine.languages()))
            .collect(Collectors.joining(", ", "Ready: ", "."));
    return usable.stream().allMatch(engine -> engine.quality().equals("draft"))
        ? Finding.warning(lookedAt(wanted), found, usable.getFirst().advice())
        : Finding.ok(lookedAt(wanted), found);
  }

  private static String lookedAt(String wanted) {
    return "aftercall.transcription.engine, which is %s, and the models folder.".formatted(wanted);
  }
}
