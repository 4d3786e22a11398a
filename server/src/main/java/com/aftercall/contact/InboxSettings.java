package com.aftercall.contact;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The watched folder.
 *
 * @param folder where files of contact records are looked for
 * @param interval between two looks; a file is taken when it is the same in two of them
 */
@ConfigurationProperties("aftercall.intake")
record InboxSettings(Path folder, @DefaultValue("2s") Duration interval) {}
