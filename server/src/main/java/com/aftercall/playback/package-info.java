/** Signed, short-lived links to recordings, and the bytes behind them. */
@ApplicationModule(
    allowedDependencies = {
      "failure",
      "contact",
      "recording",
      "storage",
      "access",
      "secrets",
      "aws",
      "doctor"
    })
@NullMarked
package com.aftercall.playback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
