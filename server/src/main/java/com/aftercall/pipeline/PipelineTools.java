package com.aftercall.pipeline;

import com.aftercall.contact.Contacts;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * What every passage of a contact works with.
 *
 * @param table the step table
 * @param contacts takes the state of the contact
 * @param retries says when to try again
 * @param clock the time
 * @param stopping true once the server is being stopped
 */
record PipelineTools(
    StepRows table,
    Contacts contacts,
    RetryPolicy retries,
    InstantSource clock,
    BooleanSupplier stopping) {}
