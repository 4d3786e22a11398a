package com.aftercall;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the interface, written by hand in YAML, given out as JSON. */
@RestController
class OpenApiController {

  private final Map<String, Object> description;

  OpenApiController() throws IOException {
    try (var yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
      description = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }
  }

  @GetMapping("/openapi")
  Map<String, Object> openApi() {
    return description;
  }
}
