/** What the words tell: sentiment, key phrases, language, custom entities, syntax. */
@ApplicationModule(allowedDependencies = {"failure", "contact", "transcript"})
@NullMarked
package com.aftercall.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
