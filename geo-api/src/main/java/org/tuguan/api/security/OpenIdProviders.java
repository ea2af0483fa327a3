package org.tuguan.api.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.people.Accounts;

/**
 * The OpenID providers that are configured ({@code spring.security.oauth2.client}); mostly none,
 * and then nothing of this is there.
 */
@Component
@ConditionalOnWebApplication
class OpenIdProviders {
  private final List<ClientRegistration> registrations = new ArrayList<>();
  private final OpenIdSignIn signIn;
  private final Refusals refusals;

  OpenIdProviders(
      ObjectProvider<InMemoryClientRegistrationRepository> configured,
      Accounts accounts,
      SessionAccounts sessions,
      AuditTrail audit,
      Refusals refusals) {
    configured.ifAvailable(all -> all.forEach(registrations::add));
    this.signIn = new OpenIdSignIn(accounts, sessions, audit);
    this.refusals = refusals;
  }

  /**
   * @param href where a browser goes to sign in
   */
  record Provider(String name, String href) {}

  List<Provider> list() {
    return registrations.stream()
        .map(
            each ->
                new Provider(
                    each.getClientName(), "/oauth2/authorization/" + each.getRegistrationId()))
        .toList();
  }

  void configure(HttpSecurity http) throws Exception {
    if (!registrations.isEmpty()) {
      http.oauth2Login(
          login ->
              login
                  .loginPage("/account.html")
                  .authorizedClientRepository(new NoAuthorizedClients())
                  .successHandler(signIn)
                  .failureHandler(refusals::signIn));
    }
  }
}
