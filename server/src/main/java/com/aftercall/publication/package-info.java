/**
 * The copy of a record page in a Salesforce org, in the objects, fields and files that the original
 * wrote there.
 */
@ApplicationModule(
    allowedDependencies = {
      "failure",
      "contact",
      "recording",
      "transcript",
      "analysis",
      "recordpage",
      "secrets",
      "doctor"
    })
@NullMarked
package com.aftercall.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
