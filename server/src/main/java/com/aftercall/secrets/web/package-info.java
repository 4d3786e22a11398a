/** The secret over HTTP: what is set, never what it is. */
@NullMarked
package com.aftercall.secrets.web;

import org.jspecify.annotations.NullMarked;
