/**
 * How services of AWS are reached: region, address, time limits. Their adapters lie in the modules.
 */
@ApplicationModule(allowedDependencies = {"failure", "doctor"})
@NullMarked
package com.aftercall.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
