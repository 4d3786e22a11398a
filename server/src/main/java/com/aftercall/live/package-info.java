/** Live updates: tells browsers what changes, on whichever node it changes. */
@ApplicationModule(allowedDependencies = {"failure", "contact", "access"})
@NullMarked
package com.aftercall.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
