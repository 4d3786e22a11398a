package com.aftercall.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Nothing is open but the login page with its assets, health, and links that carry a signature. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Cloudscape's components set styles on elements, hence unsafe-inline for styles alone. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain filterChain(HttpSecurity http, Tokens tokens, Sessions sessions) {
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
                    .requestMatchers("/media/**", "/error")
                    .permitAll()
                    .requestMatchers(org.springframework.http.HttpMethod.POST, "/api/v1/session")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(new CallerFilter(tokens, sessions), AuthorizationFilter.class)
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(SecurityConfiguration::askToSignIn)
                    .accessDeniedHandler(
                        (request, response, e) ->
                            Problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "Not allowed",
                                "This token may not do that.")))
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
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
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
