/**
 * The command line: {@link com.aftercall.cli.Main} and one class per command.
 *
 * <p>It speaks only the REST interface of the server, and has no Spring, so that a command answers
 * at once. {@code client} asks the server, {@code terminal} draws, {@code ingest} reads files of
 * contact records and recordings, {@code demo} plays the sample contacts.
 */
@NullMarked
package com.aftercall.cli;

import org.jspecify.annotations.NullMarked;
