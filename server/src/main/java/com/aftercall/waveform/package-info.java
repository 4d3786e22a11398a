/** Peaks per audio channel, in BBC's waveform data format. */
@ApplicationModule(allowedDependencies = {"failure", "contact", "recording", "storage"})
@NullMarked
package com.aftercall.waveform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
