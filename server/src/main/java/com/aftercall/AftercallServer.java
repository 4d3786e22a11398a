package com.aftercall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AftercallServer {

  /**
   * Starts the server and returns when it is ready.
   *
   * @param args {@code --port N}, {@code --host H}, {@code --data DIR}, {@code --config FILE}, or
   *     any property as {@code --name=value}
   */
  public static void main(String[] args) {
    var application = new SpringApplication(AftercallServer.class);
    application.addListeners(new StartupChecks());
    application.run(ServeFlags.toProperties(args));
  }
}
