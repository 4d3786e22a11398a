package com.aftercall.live;

/**
 * Tells one caller that something of his is different now. To be published as an application event;
 * what the caller gets is asked of the {@link PersonalEventSource} with this name, on the node that
 * he is connected to.
 *
 * @param owner as {@code Caller.getName()} has it
 * @param name of the server-sent event
 * @param id of the thing that changed
 */
public record PersonalEvent(String owner, String name, String id) {}
