package com.aftercall.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named group of permissions, given to users and groups.
 *
 * @param id names it for programs
 * @param label names it for people
 * @param description what it is for, or null
 * @param permissions what it allows; whoever has it sees its contacts in any case
 * @param contacts which ones
 * @param builtIn whether it comes with the server and stays as it is
 */
public record PermissionSet(
    String id,
    String label,
    @Nullable String description,
    Set<Permission> permissions,
    Reach contacts,
    boolean builtIn) {

  /** The operator of this server. */
  public static final String ADMINISTRATOR = "Administrator";

  /** Those that come with the server; the first has the original's name and meaning. */
  static final List<PermissionSet> BUILT_IN =
      List.of(
          builtIn(
              "AC_CallRecording",
              "Call Recording",
              "Listens to all recordings.",
              Reach.ALL,
              EnumSet.of(Permission.LISTEN, Permission.UNREDACTED)),
          builtIn(
              "AC_Transcript",
              "Transcript",
              "Reads and searches all transcripts.",
              Reach.ALL,
              EnumSet.of(Permission.READ_TRANSCRIPT)),
          builtIn(
              "Agent",
              "Agent",
              "Listens to, reads and comments on contacts of his own.",
              Reach.OWN,
              EnumSet.of(
                  Permission.LISTEN,
                  Permission.UNREDACTED,
                  Permission.READ_TRANSCRIPT,
                  Permission.ANNOTATE)),
          builtIn(
              "Supervisor",
              "Supervisor",
              "Works with all contacts, saves and shares them.",
              Reach.ALL,
              EnumSet.of(
                  Permission.LISTEN,
                  Permission.UNREDACTED,
                  Permission.READ_TRANSCRIPT,
                  Permission.ANNOTATE,
                  Permission.DOWNLOAD,
                  Permission.EXPORT,
                  Permission.LINK)),
          builtIn(
              "QualityAnalyst",
              "Quality Analyst",
              "Listens to, reads and comments on all contacts; saves nothing.",
              Reach.ALL,
              EnumSet.of(
                  Permission.LISTEN,
                  Permission.UNREDACTED,
                  Permission.READ_TRANSCRIPT,
                  Permission.ANNOTATE)),
          builtIn(
              "Auditor",
              "Auditor",
              "Reads the audit trail and sees no contacts.",
              Reach.NONE,
              EnumSet.of(Permission.AUDIT)),
          builtIn(
              ADMINISTRATOR,
              "Administrator",
              "May do everything.",
              Reach.ALL,
              EnumSet.allOf(Permission.class)));

  /** Takes a copy. */
  public PermissionSet {
    permissions = Set.copyOf(permissions);
    if (label.isBlank() || label.length() > 100) {
      throw new IllegalArgumentException("a permission set needs a label of 1 to 100 characters");
    }
  }

  private static PermissionSet builtIn(
      String id, String label, String description, Reach contacts, Set<Permission> permissions) {
    return new PermissionSet(id, label, description, permissions, contacts, true);
  }
}
