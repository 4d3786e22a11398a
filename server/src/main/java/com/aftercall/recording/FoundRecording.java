package com.aftercall.recording;

import com.aftercall.contact.ContactId;
import com.aftercall.storage.ObjectDescription;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A recording as it was found, before anybody remembers it.
 *
 * @param contact whose it is
 * @param object where it lies
 * @param redacted whether it is the one that Contact Lens made
 * @param audio what its headers say
 * @param duration of the audio, measured where the headers do not say it
 */
record FoundRecording(
    ContactId contact,
    ObjectDescription object,
    boolean redacted,
    AudioDescription audio,
    Duration duration) {

  /** Replaces what was known of the contact's recording. */
  void store(JdbcClient jdbc, Instant now) {
    var location = object.location();
    jdbc.sql(
            """
            insert into recording (contact_id, bucket, object_key, size_bytes, container, encoding,
                sample_rate_hz, channels, duration_millis, redacted, imported_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (contact_id) do update set bucket = excluded.bucket,
                object_key = excluded.object_key, size_bytes = excluded.size_bytes,
                container = excluded.container, encoding = excluded.encoding,
                sample_rate_hz = excluded.sample_rate_hz, channels = excluded.channels,
                duration_millis = excluded.duration_millis, redacted = excluded.redacted,
                imported_at = excluded.imported_at, notes = '{}'
            """)
        .params(
            contact.value(),
            location.bucket(),
            location.key(),
            object.sizeBytes(),
            audio.container(),
            audio.encoding(),
            audio.sampleRateHz(),
            audio.channels(),
            duration.toMillis(),
            redacted,
            Timestamp.from(now))
        .update();
  }
}
