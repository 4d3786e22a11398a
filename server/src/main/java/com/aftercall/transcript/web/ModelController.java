package com.aftercall.transcript.web;

import com.aftercall.transcript.SpeechModels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/models}. */
@RestController
class ModelController {

  private final SpeechModels models;

  ModelController(SpeechModels models) {
    this.models = models;
  }

  record ModelJson(
      String name,
      String engine,
      long sizeBytes,
      String languages,
      String state,
      long downloadedBytes,
      @Nullable String error) {

    static ModelJson of(SpeechModels.Model model) {
      return new ModelJson(
          model.name(),
          "whisper",
          model.sizeBytes(),
          model.languages(),
          model.state().name().toLowerCase(Locale.ROOT),
          model.downloadedBytes(),
          model.error());
    }
  }

  @GetMapping("/api/v1/models")
  Map<String, List<ModelJson>> list() {
    return Map.of("items", models.all().stream().map(ModelJson::of).toList());
  }

  @PostMapping("/api/v1/models/{name}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ModelJson pull(@PathVariable String name) {
    if (models.find(name).isEmpty()) {
      throw missing(name);
    }
    models.pull(name);
    return models.find(name).map(ModelJson::of).orElseThrow(() -> missing(name));
  }

  @DeleteMapping("/api/v1/models/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name) {
    if (!models.remove(name)) {
      throw missing(name);
    }
  }

  private static ResponseStatusException missing(String name) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND,
        "There is no model '%s'. ./aftercall models list shows the names.".formatted(name));
  }
}
