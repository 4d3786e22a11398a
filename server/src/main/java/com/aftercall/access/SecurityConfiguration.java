package com.aftercall.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Nothing is open but the login page with its assets, health, and links that carry a signature. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityFilterChain filterChain(
      HttpSecurity http,
      Callers callers,
      AccessFilter accessFilter,
      FramePolicy framePolicy,
      CorsRules cors) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    // These follow a request that was let through already.
                    .dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(
                        "/health", "/health/**", "/login", "/assets/**", "/favicon.svg")
                    .permitAll()
                    // The embed page holds nothing; its link's token opens what it then asks for.
                    .requestMatchers("/media/**", "/error", "/embed/contacts/*")
                    .permitAll()
                    // These check signatures of their own.
                    .requestMatchers("/recordings/**", "/connect/**", "/Analysis/**")
                    .permitAll()
                    .requestMatchers("/2015-03-31/functions/**")
                    .permitAll()
                    .requestMatchers("/api/v1/sign-in-options", "/login/oidc/**")
                    .permitAll()
                    .requestMatchers(org.springframework.http.HttpMethod.POST, "/api/v1/session")
                    .permitAll()
                    .anyRequest()
                    .access(SecurityConfiguration::decide))
        .addFilterBefore(new CallerFilter(callers), AuthorizationFilter.class)
        .addFilterAfter(accessFilter, AuthorizationFilter.class)
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(SecurityConfiguration::askToSignIn)
                    .accessDeniedHandler(
                        (request, response, e) -> accessFilter.refuseEmbedded(request, response)))
        .cors(pages -> pages.configurationSource(cors))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // CallerFilter refuses cookie calls without its header; a second token would add nothing.
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(org.springframework.security.config.Customizer.withDefaults())
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                    .addHeaderWriter(framePolicy)
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /** The servlet container would put it before all other filters. */
  @Bean
  FilterRegistrationBean<AccessFilter> accessFilterInTheChainAlone(AccessFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  /** Whoever signed in gets as far as the access filter; an embed link opens one contact. */
  private static AuthorizationDecision decide(
      Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        caller.get() instanceof Caller known
            && known
                .onlyContact()
                .map(contact -> isReading(contact, context.getRequest()))
                .orElse(true));
  }

  private static boolean isReading(String contact, HttpServletRequest request) {
    // Decoded once and free of dots and double slashes: the firewall lets nothing else through.
    var path = request.getServletPath();
    var ownPath = "/api/v1/contacts/" + contact;
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> path.equals(ownPath) || path.startsWith(ownPath + "/");
      case "POST" -> path.equals(ownPath + "/playback-url");
      default -> false;
    };
  }

  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    var accept = request.getHeader("Accept");
    if (request.getMethod().equals("GET") && accept != null && accept.contains("text/html")) {
      var query = request.getQueryString();
      var here = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.sendRedirect(
          here.equals("/")
              ? "/login"
              : "/login?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    Problems.write(
        response,
        HttpStatus.UNAUTHORIZED,
        "Sign in first",
        "Send a bearer token; ./aftercall token create makes one. Calls with a session cookie that"
            + " change something also need the header X-Aftercall: 1.");
  }
}
