/** Doing something to many contacts: re-analyze, export, delete, restore. */
@ApplicationModule(
    allowedDependencies = {
      "failure",
      "contact",
      "transcript",
      "storage",
      "search",
      "pipeline",
      "live",
      "access"
    })
@NullMarked
package com.aftercall.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
