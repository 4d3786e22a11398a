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
   * @param args Spring Boot's own flags, such as {@code --server.port=9000}
   */
  public static void main(String[] args) {
    SpringApplication.run(AftercallServer.class, args);
  }
}
