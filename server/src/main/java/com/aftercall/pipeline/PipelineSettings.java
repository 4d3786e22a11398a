package com.aftercall.pipeline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stubborn the pipeline is.
 *
 * @param firstWait before a step is tried a second time; each further wait is twice as long
 * @param attempts how often a step is tried that fails for no known outside reason
 * @param recordingWait how long a recording that is not in its bucket is asked for
 * @param outageWait how long a step waits for a full or silent object store
 * @param publicationWait how long a contact is tried to be published
 */
@ConfigurationProperties("aftercall.pipeline")
record PipelineSettings(
    @DefaultValue("5s") Duration firstWait,
    @DefaultValue("5") int attempts,
    @DefaultValue("30m") Duration recordingWait,
    @DefaultValue("24h") Duration outageWait,
    @DefaultValue("72h") Duration publicationWait) {}
