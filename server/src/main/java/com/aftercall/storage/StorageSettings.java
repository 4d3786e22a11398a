package com.aftercall.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where objects are kept.
 *
 * @param folder holds one folder for each bucket
 */
@ConfigurationProperties("aftercall.storage")
public record StorageSettings(Path folder) {}
