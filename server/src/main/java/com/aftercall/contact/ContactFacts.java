package com.aftercall.contact;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the steps found out about a contact that lists filter and sort by; each null while nothing
 * is known of it.
 *
 * @param duration of the recording
 * @param language a code such as {@code en-US}, or a bare language where nobody said more
 * @param sentiment of the customer, as a label such as {@code NEGATIVE}
 * @param agentTalkShare the agent's share of what is said, [0, 1]
 * @param silenceShare of the recording, [0, 1]
 */
public record ContactFacts(
    @Nullable Duration duration,
    @Nullable String language,
    @Nullable String sentiment,
    @Nullable Double agentTalkShare,
    @Nullable Double silenceShare) {}
