package com.aftercall;

import com.aftercall.access.ApiDescription;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the interface, written by hand in YAML, given out as JSON. */
@RestController
class OpenApiController {

  private final ApiDescription description;

  OpenApiController(ApiDescription description) {
    this.description = description;
  }

  @GetMapping("/openapi")
  Map<String, Object> openApi() {
    return description.content();
  }
}
