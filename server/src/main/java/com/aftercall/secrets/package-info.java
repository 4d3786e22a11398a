/** Secrets of the operator: where they are kept, how they are read, and what seals our own. */
@ApplicationModule(allowedDependencies = {"failure", "aws", "doctor"})
@NullMarked
package com.aftercall.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
