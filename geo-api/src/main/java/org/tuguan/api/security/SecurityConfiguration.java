package org.tuguan.api.security;

import static org.springframework.security.config.Customizer.withDefaults;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.limits.AddressLimits;
import org.tuguan.api.limits.AnonymousLimitFilter;
import org.tuguan.api.limits.Turnstile;
import org.tuguan.api.people.Accounts;
import org.tuguan.api.plugin.PluginPaths;
import org.tuguan.core.access.Role;

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

  /** Prices and areas, for everybody: asking changes nothing. */
  private static final String[] QUESTIONS = {"/api/v1/quotes", "/api/v1/areas"};

  /** Agreements and requests for layers: each says who may do what with it. */
  private static final String[] SHARING = {
    "/api/v1/agreements",
    "/api/v1/agreements/**",
    "/api/v1/layer-requests",
    "/api/v1/layer-requests/**"
  };

  /** Gateways sign what they say; the page of the demonstration's takes only what we signed. */
  private static final String[] GATEWAYS = {"/api/v1/payments/webhook/*", "/demo-gateway"};

  /** The money of applications. */
  private static final String[] MONEY = {
    "/api/v1/payments",
    "/api/v1/payments/**",
    "/api/v1/payment-events",
    "/api/v1/remittances",
    "/api/v1/remittances/**",
    "/api/v1/refunds",
    "/api/v1/refunds/**",
    "/api/v1/receipts",
    "/api/v1/receipts/**",
    "/api/v1/ledger"
  };

  /** For people who have no account yet, or cannot get into it. */
  private static final String[] OPEN_FORMS = {
    "/api/v1/sign-ups",
    "/api/v1/sign-ups/confirmations",
    "/api/v1/password-links",
    "/api/v1/passwords"
  };

  private final Refusals refusals;
  private final Accounts accounts;
  private final AnonymousLimitFilter anonymousLimit;
  private final List<EarlyAnswer> earlyAnswers;
  private final PluginPaths plugins;

  SecurityConfiguration(
      Refusals refusals,
      Accounts accounts,
      AddressLimits limits,
      Turnstile turnstile,
      List<EarlyAnswer> earlyAnswers,
      PluginPaths plugins) {
    this.refusals = refusals;
    this.accounts = accounts;
    this.anonymousLimit = new AnonymousLimitFilter(limits, turnstile);
    this.earlyAnswers = earlyAnswers;
    this.plugins = plugins;
  }

  @Bean
  AuthenticationProvider passwordSignIn(
      Lockouts lockouts, PasswordEncoder encoder, AuditTrail audit, Clock clock) {
    return new PasswordSignIn(accounts, lockouts, encoder, audit, clock);
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, SessionAccounts sessions, OpenIdProviders providers) throws Exception {
    providers.configure(http);
    return http.authorizeHttpRequests(this::rights)
        .securityContext(
            context ->
                context.securityContextRepository(
                    new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), sessions)))
        .requestCache(RequestCacheConfigurer::disable)
        .addFilterBefore(new PasswordChangeFirst(refusals), AuthorizationFilter.class)
        .httpBasic(
            basic ->
                basic
                    .authenticationDetailsSource(SignInDetails::basic)
                    .securityContextRepository(new RequestAttributeSecurityContextRepository())
                    .authenticationEntryPoint(refusals::signIn))
        .exceptionHandling(
            faults ->
                faults
                    .authenticationEntryPoint(refusals::signIn)
                    .accessDeniedHandler(refusals::forbid))
        .formLogin(SecurityConfiguration::form)
        .formLogin(login -> login.failureHandler(refusals::signIn))
        .logout(SecurityConfiguration::leave)
        .csrf(SecurityConfiguration::forgery)
        .headers(SecurityConfiguration::headers)
        .cors(withDefaults())
        .addFilterAfter(new EarlyAnswerFilter(anonymousLimit, earlyAnswers), CorsFilter.class)
        .addFilterBefore(new PresentedCallerFilter(), AnonymousAuthenticationFilter.class)
        .addFilterBefore(anonymousLimit, AuthorizationFilter.class)
        .build();
  }

  private static void form(FormLoginConfigurer<HttpSecurity> login) {
    login
        .loginProcessingUrl(SESSION)
        .authenticationDetailsSource(SignInDetails::form)
        .successHandler((request, response, who) -> response.setStatus(204));
  }

  private static void leave(LogoutConfigurer<HttpSecurity> logout) {
    logout
        .logoutRequestMatcher(
            request ->
                request.getMethod().equals("DELETE")
                    && request.getRequestURI().equals(request.getContextPath() + SESSION))
        .logoutSuccessHandler((request, response, who) -> response.setStatus(204));
  }

  private static void forgery(CsrfConfigurer<HttpSecurity> csrf) {
    csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
        .ignoringRequestMatchers("/wms", "/ogc/**")
        .ignoringRequestMatchers(QUESTIONS)
        .ignoringRequestMatchers(GATEWAYS)
        .ignoringRequestMatchers(request -> Callers.presented(request).isPresent())
        .ignoringRequestMatchers(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter(new SharedCaches());
  }

  /** Maps of other sites may read what anybody may read; nobody's session goes with it. */
  @Bean
  CorsConfigurationSource corsConfigurationSource() {
    CorsConfiguration open = new CorsConfiguration();
    open.addAllowedOrigin(CorsConfiguration.ALL);
    open.setAllowedMethods(List.of("GET", "HEAD", "POST"));
    open.setAllowedHeaders(
        List.of("Accept", "Accept-Language", "Authorization", "Content-Type", "If-None-Match"));
    open.setExposedHeaders(
        List.of(
            "ETag",
            "Content-Crs",
            "X-Tile-Dropped",
            "X-Tile-Limit",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After"));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    for (String path : List.of("/tiles/**", "/wmts/**", "/wms", "/ogc/**")) {
      source.registerCorsConfiguration(path, open);
    }
    return source;
  }

  private void rights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .requestMatchers("/wms", "/ogc/**", SESSION)
        .permitAll()
        .requestMatchers("/api/v1/tables/**")
        .hasAnyRole("OWNER", "ADMIN")
        .requestMatchers("/api/v1/audit/**", "/api/v1/mail/**", "/api/v1/system")
        .hasRole("ADMIN")
        .requestMatchers(HttpMethod.PUT, "/api/v1/extensions/**")
        .hasRole("ADMIN")
        .requestMatchers(plugins::isOpenForm)
        .permitAll()
        .requestMatchers(plugins::changes)
        .authenticated()
        .requestMatchers(HttpMethod.POST, OPEN_FORMS)
        .permitAll()
        .requestMatchers(HttpMethod.POST, QUESTIONS)
        .permitAll()
        .requestMatchers(HttpMethod.POST, GATEWAYS)
        .permitAll()
        .requestMatchers("/api/v1/applications", "/api/v1/applications/**")
        .authenticated()
        .requestMatchers(MONEY)
        .authenticated()
        .requestMatchers(HttpMethod.PUT, "/api/v1/fee-standards/**", "/api/v1/fee-products/**")
        .hasAnyRole("OFFICER", "ADMIN")
        .requestMatchers(HttpMethod.DELETE, "/api/v1/fee-products/**")
        .hasAnyRole("OFFICER", "ADMIN")
        .requestMatchers(HttpMethod.POST, "/api/v1/fee-standards/**")
        .permitAll()
        .requestMatchers(HttpMethod.GET, "/api/v1/circulation/**")
        .permitAll()
        .requestMatchers("/api/v1/circulation/**")
        .hasAnyRole("KPI", "ADMIN")
        .requestMatchers("/api/v1/indicators/*/evidence")
        .hasAnyRole("KPI", "OFFICER", "OWNER", "PLANNER", "ADMIN")
        .requestMatchers(SHARING)
        .authenticated()
        .requestMatchers("/api/v1/sign-ups/**")
        .hasAnyRole("OFFICER", "ADMIN")
        .requestMatchers(HttpMethod.GET, "/api/v1/users/**", "/api/v1/partners/**")
        .hasAnyRole("OFFICER", "ADMIN")
        .requestMatchers("/api/v1/users/**", "/api/v1/partners/**")
        .hasRole("ADMIN")
        .requestMatchers(HttpMethod.PUT, "/api/v1/agencies/**")
        .hasRole("ADMIN")
        .requestMatchers("/api/v1/account", "/api/v1/account/**")
        .access(
            (who, request) ->
                new AuthorizationDecision(who.get().getPrincipal() instanceof SignedIn))
        .requestMatchers("/api/v1/keys", "/api/v1/keys/**")
        .hasAnyRole(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
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
}
