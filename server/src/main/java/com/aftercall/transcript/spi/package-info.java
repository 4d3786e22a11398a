/** What an engine must offer to be used; only engines of this module implement it. */
@NullMarked
package com.aftercall.transcript.spi;

import org.jspecify.annotations.NullMarked;
