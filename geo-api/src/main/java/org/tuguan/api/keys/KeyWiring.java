package org.tuguan.api.keys;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.RefusalAnswers;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.limits.AddressLimits;
import org.tuguan.api.limits.Turnstile;

/** Puts keys before everything that looks at a path, Spring Security (-100) included. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class KeyWiring {
  private static final int BEFORE_SECURITY = -110;

  @Bean
  FilterRegistrationBean<KeyFilter> keyFilter(
      KnownKeys known,
      KeyUses uses,
      AddressLimits addresses,
      Turnstile turnstile,
      RefusalAnswers refusals,
      AuditTrail audit,
      Clock clock) {
    FilterRegistrationBean<KeyFilter> filter =
        new FilterRegistrationBean<>(
            new KeyFilter(known, uses, addresses, turnstile, refusals, audit, clock));
    filter.setOrder(BEFORE_SECURITY);
    return filter;
  }
}
