/** The doctor over HTTP. */
@NullMarked
package com.aftercall.doctor.web;

import org.jspecify.annotations.NullMarked;
