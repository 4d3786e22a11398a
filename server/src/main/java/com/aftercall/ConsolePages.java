package com.aftercall;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The console is one page that finds its way by the address. */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {

  private static final String PAGE = "forward:/index.html";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/contacts");
    registry.addViewController("/login").setViewName(PAGE);
    registry.addViewController("/contacts").setViewName(PAGE);
    registry.addViewController("/contacts/{contactId}").setViewName(PAGE);
  }
}
