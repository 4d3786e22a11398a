/** Running contacts again, over HTTP. */
@NullMarked
package com.aftercall.pipeline.web;

import org.jspecify.annotations.NullMarked;
