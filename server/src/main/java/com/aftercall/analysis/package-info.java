/** What the words tell: sentiment, key phrases, language, custom entities, syntax, talk figures. */
@ApplicationModule(
    allowedDependencies = {"failure", "contact", "recording", "transcript", "aws", "doctor"})
@NullMarked
package com.aftercall.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
