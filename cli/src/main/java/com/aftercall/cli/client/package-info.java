/** The server as seen over HTTP: requests, answers, refusals. */
@NullMarked
package com.aftercall.cli.client;

import org.jspecify.annotations.NullMarked;
