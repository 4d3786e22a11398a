/** The sample contacts, and the server that plays them. */
@NullMarked
package com.aftercall.cli.demo;

import org.jspecify.annotations.NullMarked;
