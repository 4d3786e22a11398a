/** Contact records as the contact center reports them, and what each asks for. */
@ApplicationModule(allowedDependencies = {"failure", "access", "doctor"})
@NullMarked
package com.aftercall.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
