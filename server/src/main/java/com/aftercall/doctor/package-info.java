/** Checks of the whole installation: what was looked at, what was found, and the cure. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.aftercall.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
