/** The audio of a contact: found, described, decoded to samples. */
@ApplicationModule(allowedDependencies = {"failure", "contact", "storage"})
@NullMarked
package com.aftercall.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
