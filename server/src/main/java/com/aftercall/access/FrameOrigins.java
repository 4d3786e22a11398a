package com.aftercall.access;

import java.util.List;
import org.springframework.stereotype.Component;

/** Origins whose pages may show a contact in a frame. */
@Component
public class FrameOrigins {

  private final List<String> origins;

  FrameOrigins(EmbedSettings settings) {
    this.origins = settings.frameAncestors();
  }

  /** As in the settings. */
  public List<String> origins() {
    return origins;
  }
}
