/** The one view of a contact that console, API and Salesforce all show. */
@ApplicationModule(
    allowedDependencies = {
      "failure",
      "contact",
      "recording",
      "waveform",
      "transcript",
      "analysis",
      "search",
      "access"
    })
@NullMarked
package com.aftercall.recordpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
