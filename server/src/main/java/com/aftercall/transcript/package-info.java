/** What was said: words, turns, engines that hear them, formats that carry them. */
@ApplicationModule(
    allowedDependencies = {"failure", "contact", "recording", "storage", "aws", "doctor"})
@NullMarked
package com.aftercall.transcript;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
