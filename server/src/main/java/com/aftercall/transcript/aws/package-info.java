/** Amazon Transcribe, and the queue that tells when its jobs have ended. */
@NullMarked
package com.aftercall.transcript.aws;

import org.jspecify.annotations.NullMarked;
