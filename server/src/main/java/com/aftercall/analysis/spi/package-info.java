/**
 * What the analysis needs from an engine of whatever kind: one small port for each of the five
 * analyses. Only adapters use it.
 */
@NullMarked
package com.aftercall.analysis.spi;

import org.jspecify.annotations.NullMarked;
