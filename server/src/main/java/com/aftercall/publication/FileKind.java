package com.aftercall.publication;

/** As what Salesforce stores a file of a record. */
public enum FileKind {
  /** {@code Attachment}, as the original did; 25 MB at most. */
  ATTACHMENT,
  /** {@code ContentVersion}, which the Files list of Lightning shows. */
  FILE
}
