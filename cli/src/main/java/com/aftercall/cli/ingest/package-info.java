/** Files of contact records and recordings on their way into the server. */
@NullMarked
package com.aftercall.cli.ingest;

import org.jspecify.annotations.NullMarked;
