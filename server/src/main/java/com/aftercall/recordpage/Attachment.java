package com.aftercall.recordpage;

import com.aftercall.access.Permission;
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
 */
public record Attachment(
    String name, String contentType, String description, @Nullable Long sizeBytes) {

  /** The audio, under its own ending. */
  static Attachment recording(String extension, String contentType, long sizeBytes) {
    return new Attachment("CallRecording." + extension, contentType, "Call Recording", sizeBytes);
  }

  /** What it takes to save it: the permission to do so, and the one for what is in it. */
  public Set<Permission> permissions() {
    return switch (name) {
      case CUSTOMER_TRANSCRIPT, AGENT_TRANSCRIPT, CONTACT_LENS, SYNTAX ->
          Set.of(Permission.DOWNLOAD, Permission.READ_TRANSCRIPT);
      default -> Set.of(Permission.DOWNLOAD, Permission.LISTEN);
    };
  }

  static final String CUSTOMER_TRANSCRIPT = "CustomerTranscripts.json";
  static final String AGENT_TRANSCRIPT = "AgentTranscripts.json";
  static final String CONTACT_LENS = "ContactLensTranscripts.json";
  static final String SYNTAX = "ComprehendSyntax.json";
}
