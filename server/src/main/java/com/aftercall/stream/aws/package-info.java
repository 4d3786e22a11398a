/** Streams, queues and folders of AWS. */
@NullMarked
package com.aftercall.stream.aws;

import org.jspecify.annotations.NullMarked;
