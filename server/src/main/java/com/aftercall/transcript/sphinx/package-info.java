/** CMU Sphinx in this process: English, without a download, of draft quality. */
@NullMarked
package com.aftercall.transcript.sphinx;

import org.jspecify.annotations.NullMarked;
