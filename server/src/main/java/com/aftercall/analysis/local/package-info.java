/**
 * Analyzers that run inside this process and need no network: models trained by {@code /training},
 * and the customer's own lists of entities. Vendor libraries used here: OpenNLP's language
 * detector, RE2/J for patterns, Commons CSV.
 */
@NullMarked
package com.aftercall.analysis.local;

import org.jspecify.annotations.NullMarked;
