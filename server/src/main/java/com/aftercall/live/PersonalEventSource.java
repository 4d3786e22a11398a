package com.aftercall.live;

import java.util.Optional;

/** Knows what a {@link PersonalEvent} is to say; modules that publish such events implement it. */
public interface PersonalEventSource {

  /** The name of its events. */
  String name();

  /** What the thing looks like now, to be written as JSON; empty if it is gone. */
  Optional<?> find(String id);
}
