package com.aftercall.publication;

/**
 * A file that belongs to a record in the org.
 *
 * @param name as the original called it; one of a name for each record
 * @param contentType such as {@code application/json}
 * @param description for people
 * @param sizeBytes of its content
 * @param fingerprint another one means other content
 * @param isRecording whether it is the audio, which is sent by itself
 */
record PublishedFile(
    String name,
    String contentType,
    String description,
    long sizeBytes,
    String fingerprint,
    boolean isRecording) {}
