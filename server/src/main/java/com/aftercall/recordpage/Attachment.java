package com.aftercall.recordpage;

import com.aftercall.access.Permission;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file on the record page. Names, types and descriptions are the original's, so that whoever read
 * them there finds them here.
 *
 * @param name unique on its page
 * @param contentType such as {@code application/json}
 * @param description for people
 * @param sizeBytes null where it is made when it is asked for
 * @param permissions what it takes to save it: the permission to do so, and those for what is in it
 */
public record Attachment(
    String name,
    String contentType,
    String description,
    @Nullable Long sizeBytes,
    @JsonIgnore Set<Permission> permissions) {

  static final String CUSTOMER_TRANSCRIPT = "CustomerTranscripts.json";
  static final String AGENT_TRANSCRIPT = "AgentTranscripts.json";
  static final String CONTACT_LENS = "ContactLensTranscripts.json";
  static final String SYNTAX = "ComprehendSyntax.json";

  private static final Set<Permission> READING =
      Set.of(Permission.DOWNLOAD, Permission.READ_TRANSCRIPT);
  private static final Set<Permission> HEARING = Set.of(Permission.DOWNLOAD, Permission.LISTEN);
  private static final Set<Permission> HEARING_ALL =
      Set.of(Permission.DOWNLOAD, Permission.LISTEN, Permission.UNREDACTED);

  /** Takes a copy. */
  public Attachment {
    permissions = Set.copyOf(permissions);
  }

  /** The audio, under its own ending. */
  static Attachment recording(
      String extension, String contentType, long sizeBytes, boolean redacted) {
    return new Attachment(
        "CallRecording." + extension,
        contentType,
        "Call Recording",
        sizeBytes,
        redacted ? HEARING : HEARING_ALL);
  }

  /** Words, or what was made of them. */
  static Attachment words(String name, String description, long sizeBytes) {
    return new Attachment(name, "application/json", description, sizeBytes, READING);
  }
}
