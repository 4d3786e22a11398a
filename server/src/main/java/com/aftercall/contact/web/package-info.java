/** Contact records over HTTP. */
@NullMarked
package com.aftercall.contact.web;

import org.jspecify.annotations.NullMarked;
