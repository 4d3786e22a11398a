/** Who may do what: tokens, sessions, permissions. */
@ApplicationModule(allowedDependencies = {"failure", "secrets", "doctor"})
@NullMarked
package com.aftercall.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
