/** Analyses by Amazon Comprehend. */
@NullMarked
package com.aftercall.analysis.aws;

import org.jspecify.annotations.NullMarked;
