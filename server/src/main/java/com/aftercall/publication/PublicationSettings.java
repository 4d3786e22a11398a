package com.aftercall.publication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is written into the org.
 *
 * @param namespace of the package that has the objects; blank or {@code -} for none
 * @param instanceId of the Amazon Connect instance; blank: from the contact record
 * @param instanceRegion of the instance; blank: from the contact record
 * @param files as what files are stored there
 * @param attachRecording whether the recording itself is stored there too
 * @param recordingLimit larger recordings are not
 * @param patience how long after a record has come its contact is published at the latest, with
 *     what is known then
 */
@ConfigurationProperties("aftercall.publication")
public record PublicationSettings(
    @Nullable String namespace,
    @Nullable String instanceId,
    @Nullable String instanceRegion,
    @DefaultValue("attachment") FileKind files,
    @DefaultValue("false") boolean attachRecording,
    @DefaultValue("25MB") DataSize recordingLimit,
    @DefaultValue("2m") Duration patience) {

  /** What an object or field is called in the org. */
  String qualified(String name) {
    return namespace == null || namespace.isBlank() || namespace.strip().equals("-")
        ? name
        : namespace.strip() + "__" + name;
  }
}
