package com.aftercall.bulk;

import com.aftercall.access.Permission;
import java.util.Locale;

/** What is done to many contacts. Written in lower case outside. */
public enum BulkKind {
  /** Analyses are made anew, and steps that failed are tried again. */
  REANALYZE,
  /** A ZIP file is made of them. */
  EXPORT,
  /** They go into the bin. */
  DELETE,
  /** They come out of it. */
  RESTORE;

  /** What it takes to do it. */
  public Permission permission() {
    return switch (this) {
      case REANALYZE -> Permission.ANNOTATE;
      case EXPORT -> Permission.EXPORT;
      case DELETE, RESTORE -> Permission.DELETE;
    };
  }

  /** The name used in the API and in the database. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this label; throws {@link IllegalArgumentException} for others. */
  public static BulkKind ofLabel(String label) {
    for (var kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("action can be reanalyze, export, delete or restore");
  }
}
