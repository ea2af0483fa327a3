package org.tuguan.api.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.tuguan.api.TuguanProperties;

/**
 * The accounts: in the demonstration {@code admin}, {@code officer}, {@code owner}, {@code
 * cashier}, {@code partner}, {@code planner} and {@code kpi}, each with the password {@code demo-}
 * and its name; elsewhere {@code admin} alone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  /** In the order in which the portal shows them. */
  private static final List<String> DEMO =
      List.of("admin", "officer", "owner", "cashier", "partner", "planner", "kpi");

  /** An account of the demonstration, shown on screen. */
  public record DemoAccount(String name, String password) {
    private DemoAccount(String name) {
      this(name, "demo-" + name);
    }
  }

  /** The demonstration's accounts; they work only where {@code tuguan.demo} is set. */
  public static List<DemoAccount> listDemo() {
    return DEMO.stream().map(DemoAccount::new).toList();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  UserDetailsService userDetails(TuguanProperties properties, PasswordEncoder encoder) {
    if (properties.demo()) {
      return new InMemoryUserDetailsManager(
          listDemo().stream().map(each -> account(each.name(), each.password(), encoder)).toList());
    }
    String password = properties.adminPassword();
    if (password.isEmpty()) {
      password = random();
      LOG.warn(
          "TUGUAN_ADMIN_PASSWORD is not set; until the next start the account admin has the password {}",
          password);
    }
    return new InMemoryUserDetailsManager(account("admin", password, encoder));
  }

  private static UserDetails account(String name, String password, PasswordEncoder encoder) {
    return User.withUsername(name)
        .password(encoder.encode(password))
        .roles(name.toUpperCase(Locale.ROOT))
        .build();
  }

  private static String random() {
    byte[] bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
