/** Whisper in this process, through whisper.cpp, with a model file that is fetched or given. */
@NullMarked
package com.aftercall.transcript.whisper;

import org.jspecify.annotations.NullMarked;
