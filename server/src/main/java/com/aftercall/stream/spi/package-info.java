/** What a stream has to be able to do. */
@NullMarked
package com.aftercall.stream.spi;

import org.jspecify.annotations.NullMarked;
