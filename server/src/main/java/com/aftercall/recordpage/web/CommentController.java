package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.aftercall.recordpage.Comment;
import com.aftercall.recordpage.Comments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Comments and replies; who wrote one may change it. */
@RestController
@RequestMapping("/api/v1/contacts/{contactId}/comments")
class CommentController {

  private final Contacts contacts;
  private final Comments comments;

  CommentController(Contacts contacts, Comments comments) {
    this.contacts = contacts;
    this.comments = comments;
  }

  record NewComment(@Nullable String text, @Nullable Long atMillis, @Nullable String replyTo) {

    @Override
    public String toString() {
      return "NewComment[at %s, to %s]".formatted(atMillis, replyTo);
    }
  }

  record NewText(@Nullable String text) {

    @Override
    public String toString() {
      return "NewText";
    }
  }

  record CommentJson(
      String id,
      String author,
      boolean own,
      String text,
      @Nullable Long atMillis,
      @Nullable String replyTo,
      Instant createdAt,
      @Nullable Instant editedAt) {

    static CommentJson of(Comment comment, Caller caller) {
      return new CommentJson(
          comment.id(),
          comment.author(),
          comment.authorId().equals(caller.getName()),
          comment.text(),
          comment.at() == null ? null : comment.at().toMillis(),
          comment.replyTo(),
          comment.createdAt(),
          comment.editedAt());
    }

    @Override
    public String toString() {
      return "CommentJson[%s]".formatted(id);
    }
  }

  @GetMapping
  Map<String, List<CommentJson>> list(Caller caller, @PathVariable ContactId contactId) {
    requireContact(contactId);
    return Map.of(
        "items",
        comments.list(contactId).stream().map(found -> CommentJson.of(found, caller)).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CommentJson create(
      Caller caller, @PathVariable ContactId contactId, @RequestBody NewComment comment) {
    requireContact(contactId);
    return CommentJson.of(checked(() -> write(caller, contactId, comment)), caller);
  }

  private Comment write(Caller caller, ContactId contact, NewComment comment) {
    var author = caller.displayName();
    var text = Objects.requireNonNullElse(comment.text(), "");
    if (comment.replyTo() == null) {
      var at = comment.atMillis() == null ? null : Duration.ofMillis(comment.atMillis());
      return comments.write(contact, caller.getName(), author, text, at);
    }
    var over =
        comments
            .find(contact, comment.replyTo())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The comment that this replies to is gone, or is another contact's."));
    return comments.reply(contact, caller.getName(), author, text, over);
  }

  @PutMapping("/{commentId}")
  CommentJson edit(
      Caller caller,
      @PathVariable ContactId contactId,
      @PathVariable String commentId,
      @RequestBody NewText text) {
    var comment = requireOwn(caller, contactId, commentId);
    var edited =
        checked(
            () -> comments.edit(contactId, comment, Objects.requireNonNullElse(text.text(), "")));
    return CommentJson.of(edited, caller);
  }

  @DeleteMapping("/{commentId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable ContactId contactId, @PathVariable String commentId) {
    comments.delete(contactId, requireOwn(caller, contactId, commentId));
  }

  private void requireContact(ContactId contact) {
    if (contacts.names(List.of(contact)).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, ContactController.noSuchContact());
    }
  }

  private Comment requireOwn(Caller caller, ContactId contact, String id) {
    var comment =
        comments
            .find(contact, id)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "This contact has no such comment (any more)."));
    if (!comment.authorId().equals(caller.getName())) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Only who wrote a comment may change or remove it.");
    }
    return comment;
  }

  private static Comment checked(Supplier<Comment> action) {
    try {
      return action.get();
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }
}
