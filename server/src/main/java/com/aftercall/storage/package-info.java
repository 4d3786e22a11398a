/** Objects by bucket and key: the port that all modules read and write files through. */
@ApplicationModule(allowedDependencies = {"failure", "aws", "doctor"})
@NullMarked
package com.aftercall.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
