package com.aftercall;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    ApplicationModules.of(AftercallServer.class).verify();
  }
}
