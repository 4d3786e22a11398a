package com.aftercall.contact;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator has switched on for the whole installation; the contact's attributes decide
 * within that. Each switch can also be set under its name among the original's parameters, such as
 * {@code PostcallTranscribeEnabled}.
 *
 * @param recordingImport {@code PostcallRecordingImportEnabled}
 * @param transcribe {@code PostcallTranscribeEnabled}
 * @param analysis analyses of transcripts; the original had no switch of its own for them
 * @param contactRecordImport {@code PostcallCTRImportEnabled}
 * @param contactLensImport {@code ContactLensImportEnabled}
 * @param publication whether anything is written into a Salesforce org
 */
@ConfigurationProperties("aftercall.switches")
public record Switches(
    @DefaultValue("true") boolean recordingImport,
    @DefaultValue("true") boolean transcribe,
    @DefaultValue("true") boolean analysis,
    @DefaultValue("true") boolean contactRecordImport,
    @DefaultValue("true") boolean contactLensImport,
    @DefaultValue("false") boolean publication) {}
