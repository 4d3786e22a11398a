/** What may go wrong, said in one way by all: retryable or permanent, with a code. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.aftercall.failure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
