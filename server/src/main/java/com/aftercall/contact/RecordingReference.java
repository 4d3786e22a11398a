package com.aftercall.contact;

import org.jspecify.annotations.Nullable;

/**
 * What a contact record says of one recording or chat transcript.
 *
 * @param location {@code bucket/key}, or null if the record has none
 * @param status {@code AVAILABLE}, {@code DELETED} or null; later values are kept as they are
 * @param mediaType {@code AUDIO}, {@code VIDEO}, {@code CHAT}, or null
 * @param participantType {@code Agent}, {@code Customer}, {@code All}, …, often null
 * @param storageType {@code S3}, {@code KINESIS_VIDEO_STREAM}, or null
 * @param deletionReason why it was deleted, or null
 */
public record RecordingReference(
    @Nullable String location,
    @Nullable String status,
    @Nullable String mediaType,
    @Nullable String participantType,
    @Nullable String storageType,
    @Nullable String deletionReason) {

  boolean isDeleted() {
    return "DELETED".equalsIgnoreCase(status);
  }

  boolean isChat() {
    return "CHAT".equalsIgnoreCase(mediaType);
  }

  boolean isAudio() {
    return mediaType == null || "AUDIO".equalsIgnoreCase(mediaType);
  }
}
