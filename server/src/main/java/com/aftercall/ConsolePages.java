package com.aftercall;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
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
    registry.addViewController("/dashboard").setViewName(PAGE);
    registry.addViewController("/upload").setViewName(PAGE);
    registry.addViewController("/contact-flow").setViewName(PAGE);
    registry.addViewController("/account").setViewName(PAGE);
    registry.addViewController("/access").setViewName(PAGE);
    registry.addViewController("/credentials").setViewName(PAGE);
    registry.addViewController("/audit").setViewName(PAGE);
    registry.addViewController("/doctor").setViewName(PAGE);
    registry.addViewController("/publication").setViewName(PAGE);
    registry.addViewController("/streams").setViewName(PAGE);
    registry.addViewController("/embed/contacts/{contactId}").setViewName(PAGE);
  }

  /** File names below {@code /assets} carry a hash of the content, so they never change. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/META-INF/resources/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
