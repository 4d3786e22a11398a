package com.aftercall.search.web;

import com.aftercall.access.Caller;
import com.aftercall.search.InvalidQuery;
import com.aftercall.search.SavedView;
import com.aftercall.search.SavedViews;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/views}. */
@RestController
class ViewController {

  private final SavedViews views;

  ViewController(SavedViews views) {
    this.views = views;
  }

  record ViewContent(
      @Nullable String name,
      @Nullable String query,
      @Nullable List<String> columns,
      @Nullable Boolean shared) {

    SavedView.Content checked() {
      if (name == null || query == null || columns == null || shared == null) {
        throw new InvalidQuery("a view needs name, query, columns and shared");
      }
      return new SavedView.Content(name, query, columns, shared);
    }
  }

  record Pin(@Nullable Boolean pinned) {}

  @GetMapping("/api/v1/views")
  Map<String, List<SavedView>> list(Caller caller) {
    return Map.of("items", views.all(caller));
  }

  @PostMapping("/api/v1/views")
  @ResponseStatus(HttpStatus.CREATED)
  SavedView create(Caller caller, @RequestBody ViewContent content) {
    return require(caller, views.create(caller, content.checked()));
  }

  @PutMapping("/api/v1/views/{viewId}")
  SavedView replace(Caller caller, @PathVariable String viewId, @RequestBody ViewContent content) {
    requireOwn(caller, viewId);
    views.replace(caller, viewId, content.checked());
    return require(caller, viewId);
  }

  @DeleteMapping("/api/v1/views/{viewId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable String viewId) {
    requireOwn(caller, viewId);
    views.remove(caller, viewId);
  }

  @PutMapping("/api/v1/views/{viewId}/pin")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pin(Caller caller, @PathVariable String viewId, @RequestBody Pin pin) {
    if (pin.pinned() == null) {
      throw new InvalidQuery("pinned is true or false");
    }
    require(caller, viewId);
    views.pin(caller, viewId, pin.pinned());
  }

  private void requireOwn(Caller caller, String id) {
    if (!require(caller, id).own()) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN,
          "This view is somebody else's. Save it under a name of your own and change that.");
    }
  }

  private SavedView require(Caller caller, String id) {
    return views
        .find(caller, id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such view."));
  }
}
