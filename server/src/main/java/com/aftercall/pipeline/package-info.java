/** The way of one contact: the order of the steps, their retries and their history. */
@ApplicationModule(
    allowedDependencies = {
      "failure",
      "contact",
      "recording",
      "waveform",
      "transcript",
      "analysis",
      "search",
      "recordpage",
      "publication",
      "access",
      "doctor"
    })
@NullMarked
package com.aftercall.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
