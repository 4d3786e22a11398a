package com.aftercall.transcript.whisper;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder of Whisper models: what could be there, what is there, fetching and removing. Several
 * programs may use one folder; a file under its final name is complete and checked.
 */
public final class WhisperModels {

  /** Where the publisher of whisper.cpp keeps the models. */
  public static final URI OFFICIAL_PLACE =
      URI.create("https://huggingface.co/ggerganov/whisper.cpp/resolve/main/");

  private final Path folder;
  private final URI place;
  private final List<WhisperModel> catalogue;

  /**
   * Models in a folder, which is made when first written to.
   *
   * @param place ends with a slash; the file's name is added to it
   */
  public WhisperModels(Path folder, URI place) {
    this(folder, place, ModelTables.models());
  }

  WhisperModels(Path folder, URI place, List<WhisperModel> catalogue) {
    this.folder = folder;
    this.place = place;
    this.catalogue = List.copyOf(catalogue);
  }

  /** What can be fetched, smallest first. */
  public List<WhisperModel> catalogue() {
    return catalogue;
  }

  /** What is in the folder, by name; empty if there is no folder. */
  public List<PresentModel> present() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder, "ggml-*.bin")) {
      var found = new ArrayList<PresentModel>();
      for (Path file : files) {
        String name = file.getFileName().toString();
        found.add(new PresentModel(name.substring(5, name.length() - 4), file, Files.size(file)));
      }
      found.sort(Comparator.comparing(PresentModel::name));
      return found;
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE, "cannot read the models folder " + folder, e);
    }
  }

  /** The file of a model in the folder; empty if it is not there. */
  public Optional<Path> find(String name) {
    return present().stream()
        .filter(model -> model.name().equals(name))
        .map(PresentModel::file)
        .findFirst();
  }

  /**
   * Fetches a model and checks it. What an earlier attempt left behind is used; a model that is
   * there already is left alone.
   *
   * @return the file
   * @throws RetryableException with {@code MODEL_DOWNLOAD_FAILED} if the connection fails; calling
   *     again continues
   * @throws PermanentException if there is no such model, the place refuses it, the file received
   *     is another one, or it cannot be written
   */
  public Path pull(String name, DownloadProgress progress) {
    WhisperModel model = require(name);
    Path target = folder.resolve(model.file());
    if (Files.exists(target)) {
      return target;
    }
    Path part = folder.resolve(model.file() + ".part");
    try {
      prepare(model, part);
      new ModelDownload(model, place.resolve(model.file()), part).run(progress);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return target;
    } catch (IOException e) {
      throw new PermanentException(
          FailureCode.MODEL_DOWNLOAD_FAILED,
          "cannot write model %s to %s: %s".formatted(name, folder, reason(e)),
          e);
    }
  }

  /** Deletes a model and what is left of its download; false if there was no such model. */
  public boolean remove(String name) {
    Optional<Path> file = find(name);
    try {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
      // The name comes from a user, so only a name of the catalogue becomes a path.
      boolean known = catalogue.stream().anyMatch(model -> model.name().equals(name));
      boolean part = known && Files.deleteIfExists(folder.resolve("ggml-" + name + ".bin.part"));
      return file.isPresent() || part;
    } catch (IOException e) {
      throw new PermanentException(
          FailureCode.STORAGE_UNAVAILABLE,
          "cannot delete model %s in %s: %s".formatted(name, folder, reason(e)),
          e);
    }
  }

  private WhisperModel require(String name) {
    return catalogue.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new PermanentException(
                    FailureCode.MODEL_DOWNLOAD_FAILED,
                    "there is no model '%s'; there are %s"
                        .formatted(
                            name,
                            catalogue.stream()
                                .map(WhisperModel::name)
                                .collect(Collectors.joining(", ")))));
  }

  private void prepare(WhisperModel model, Path part) throws IOException {
    Files.createDirectories(folder);
    long missing = model.bytes() - (Files.exists(part) ? Files.size(part) : 0);
    long room = Files.getFileStore(folder).getUsableSpace();
    if (room < missing) {
      throw new PermanentException(
          FailureCode.STORAGE_FULL,
          "model %s needs %d MB more in %s, which has %d MB left"
              .formatted(model.name(), missing / 1_000_000, folder, room / 1_000_000));
    }
  }

  /** Java's own messages are the bare path for many causes. */
  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
