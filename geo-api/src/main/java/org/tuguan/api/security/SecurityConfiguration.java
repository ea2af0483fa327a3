package org.tuguan.api.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reading is open; changing what is published takes a data owner or an administrator.
 *
 * <p>The portal signs in with a session, programs with HTTP Basic. Requests that carry an {@code
 * Authorization} header cannot be forged by another site and need no CSRF token. Only {@code GET
 * /api/v1/session} sets the token's cookie, so that everything else may be cached by anybody.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
  /** Nothing from elsewhere; inline styles only because Leaflet positions with them. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
          + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private static final String SESSION = "/api/v1/session";

  private final JsonMapper json;

  SecurityConfiguration(JsonMapper json) {
    this.json = json;
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(SecurityConfiguration::rights)
        .httpBasic(
            basic ->
                basic.authenticationEntryPoint((request, response, e) -> signIn(request, response)))
        .exceptionHandling(
            faults ->
                faults
                    .authenticationEntryPoint((request, response, e) -> signIn(request, response))
                    .accessDeniedHandler((request, response, e) -> deny(request, response)))
        .formLogin(
            login ->
                login
                    .loginProcessingUrl(SESSION)
                    .successHandler((request, response, who) -> response.setStatus(204))
                    .failureHandler(
                        (request, response, e) ->
                            problem(
                                response, HttpStatus.UNAUTHORIZED, "Name or password is wrong")))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        request ->
                            request.getMethod().equals("DELETE")
                                && request
                                    .getRequestURI()
                                    .equals(request.getContextPath() + SESSION))
                    .logoutSuccessHandler((request, response, who) -> response.setStatus(204)))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .ignoringRequestMatchers("/wms", "/ogc/**")
                    .ignoringRequestMatchers(
                        request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                    .addHeaderWriter(new SharedCaches()))
        .cors(withDefaults())
        .build();
  }

  /** Maps of other sites may read what anybody may read; nobody's session goes with it. */
  @Bean
  CorsConfigurationSource corsConfigurationSource() {
    CorsConfiguration open = new CorsConfiguration();
    open.addAllowedOrigin(CorsConfiguration.ALL);
    open.setAllowedMethods(List.of("GET", "HEAD", "POST"));
    open.setAllowedHeaders(List.of("Accept", "Accept-Language", "Content-Type", "If-None-Match"));
    open.setExposedHeaders(List.of("ETag", "Content-Crs", "X-Tile-Dropped", "X-Tile-Limit"));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    for (String path : List.of("/tiles/**", "/wmts/**", "/wms", "/ogc/**")) {
      source.registerCorsConfiguration(path, open);
    }
    return source;
  }

  private static void rights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .requestMatchers("/wms", "/ogc/**", SESSION)
        .permitAll()
        .requestMatchers("/api/v1/tables/**")
        .hasAnyRole("OWNER", "ADMIN")
        .requestMatchers(HttpMethod.GET)
        .permitAll()
        .requestMatchers(HttpMethod.HEAD)
        .permitAll()
        .requestMatchers(HttpMethod.OPTIONS)
        .permitAll()
        .requestMatchers("/api/v1/layers/**", "/api/v1/cache")
        .authenticated()
        .anyRequest()
        .hasAnyRole("OWNER", "ADMIN");
  }

  /**
   * A browser would open a dialog of its own for {@code WWW-Authenticate}; the portal has one and
   * says who it is.
   */
  private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tuguan\", charset=\"UTF-8\"");
    }
    problem(response, HttpStatus.UNAUTHORIZED, "Sign in first: this takes an account");
  }

  /** Somebody unknown is asked to sign in, whatever the first reason was. */
  private void deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getUserPrincipal() == null) {
      signIn(request, response);
    } else {
      problem(
          response,
          HttpStatus.FORBIDDEN,
          "This account may not do that, or the page is too old: reload it and try again");
    }
  }

  private void problem(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
  }
}
