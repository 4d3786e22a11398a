package com.aftercall.transcript;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.spi.TranscriptionEngine;
import com.aftercall.transcript.whisper.PresentModel;
import com.aftercall.transcript.whisper.WhisperEngine;
import com.aftercall.transcript.whisper.WhisperModel;
import com.aftercall.transcript.whisper.WhisperModels;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The models of the Whisper engine: which there are, fetching and removing them, which one is used.
 */
@Component
public class SpeechModels {

  private static final Logger log = LoggerFactory.getLogger(SpeechModels.class);

  private final TranscriptionSettings settings;
  private final WhisperModels models;
  private final Map<String, Download> downloads = new ConcurrentHashMap<>();
  private final Map<Path, WhisperEngine> engines = new ConcurrentHashMap<>();

  SpeechModels(TranscriptionSettings settings) {
    this.settings = settings;
    this.models = new WhisperModels(settings.models(), URI.create(settings.modelSource()));
  }

  /** Where a model is. */
  public enum State {
    /** It can be fetched. */
    ABSENT,
    /** It is being fetched. */
    DOWNLOADING,
    /** It is in the models folder. */
    PRESENT,
    /** Fetching it failed; asked again, it goes on where it was. */
    FAILED
  }

  /**
   * One model.
   *
   * @param name such as {@code base.en}
   * @param sizeBytes of its file
   * @param languages what it hears, for people
   * @param state where it is
   * @param downloadedBytes so far
   * @param error why fetching it failed, or null
   */
  public record Model(
      String name,
      long sizeBytes,
      String languages,
      State state,
      long downloadedBytes,
      @Nullable String error) {}

  private record Download(long done, @Nullable String error, boolean running) {}

  /** Those that can be fetched and those that are there, smallest first. */
  public List<Model> all() {
    var present = models.present();
    var known = models.catalogue().stream().map(model -> describe(model, present)).toList();
    var others =
        present.stream()
            .filter(
                there -> models.catalogue().stream().noneMatch(m -> m.name().equals(there.name())))
            .map(
                there ->
                    new Model(
                        there.name(),
                        there.bytes(),
                        languages(there.name()),
                        State.PRESENT,
                        there.bytes(),
                        null))
            .toList();
    return java.util.stream.Stream.concat(known.stream(), others.stream())
        .sorted(Comparator.comparingLong(Model::sizeBytes))
        .toList();
  }

  /** One of them. */
  public Optional<Model> find(String name) {
    return all().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** Begins to fetch a model in the background; nothing happens if it is being fetched or there. */
  public void pull(String name) {
    var begun = new Download(0, null, true);
    var before = downloads.get(name);
    if (models.find(name).isPresent() || (before != null && before.running())) {
      return;
    }
    downloads.put(name, begun);
    Thread.ofVirtual().name("model-" + name).start(() -> fetch(name));
  }

  private void fetch(String name) {
    try {
      models.pull(name, (done, total) -> downloads.put(name, new Download(done, null, true)));
      downloads.remove(name);
      log.info("Model {} is ready; transcriptions use it from now on if it is the best", name);
    } catch (AftercallException e) {
      log.warn("Model {} could not be fetched: {}", name, e.code());
      downloads.put(name, new Download(0, e.reason(), false));
    } catch (RuntimeException e) {
      log.error("Model {} could not be fetched", name, e);
      downloads.put(name, new Download(0, "a fault of the server; its log says more", false));
    }
  }

  /** Deletes a model; false if it is not there. */
  public boolean remove(String name) {
    downloads.remove(name);
    return models.remove(name);
  }

  /**
   * Whisper with the model that the settings name, or the largest one present; empty without one.
   */
  Optional<TranscriptionEngine> engine() {
    return modelFile()
        .map(
            file ->
                engines.computeIfAbsent(file, present -> new WhisperEngine(present, threads())));
  }

  private Optional<Path> modelFile() {
    if (settings.model() == null) {
      return models.present().stream()
          .max(Comparator.comparingLong(PresentModel::bytes))
          .map(PresentModel::file);
    }
    var named = models.find(settings.model());
    if (named.isPresent()) {
      return named;
    }
    var path = Path.of(settings.model());
    if (Files.isRegularFile(path)) {
      return Optional.of(path);
    }
    if (settings.engine().equals("whisper")) {
      throw new PermanentException(
          FailureCode.ENGINE_MISSING,
          "aftercall.transcription.model names '%s', which is neither a model in %s nor a file; ./aftercall models list shows the names"
              .formatted(settings.model(), settings.models()));
    }
    return Optional.empty();
  }

  /** All cores for one contact would starve the others; all contacts together use all cores. */
  private static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  private Model describe(WhisperModel model, List<PresentModel> present) {
    var there = present.stream().filter(p -> p.name().equals(model.name())).findFirst();
    var download = downloads.get(model.name());
    if (there.isPresent()) {
      return new Model(
          model.name(),
          there.get().bytes(),
          languages(model.name()),
          State.PRESENT,
          there.get().bytes(),
          null);
    }
    var state =
        download == null ? State.ABSENT : download.running() ? State.DOWNLOADING : State.FAILED;
    return new Model(
        model.name(),
        model.bytes(),
        languages(model.name()),
        state,
        download == null ? 0 : download.done(),
        download == null ? null : download.error());
  }

  private static String languages(String name) {
    return name.endsWith(".en") ? "English" : "many languages";
  }
}
