/**
 * Lists of contacts: filtered, sorted, searched by what was said, counted and summed up. It reads
 * the tables of the modules before it in statements of its own, because a list cannot ask each of
 * them for each line; it writes only its own tables, and the facts of a contact through {@code
 * Contacts}.
 */
@ApplicationModule(
    allowedDependencies = {"failure", "contact", "recording", "transcript", "analysis", "access"})
@NullMarked
package com.aftercall.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
