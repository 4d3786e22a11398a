/**
 * Contact records from where the contact center puts them: streams, queues and folders of files.
 */
@ApplicationModule(allowedDependencies = {"failure", "contact", "storage", "aws", "doctor"})
@NullMarked
package com.aftercall.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
