package org.tuguan.api.limits;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.tuguan.api.RefusalAnswers;

/** Filters that stand before everything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LimitWiring {
  private static final int BEFORE_SECURITY = -105;

  @Bean
  AddressLimits addressLimits(AccessProperties properties) {
    return new AddressLimits(properties.anonymousPerMinute(), properties.proxies());
  }

  @Bean
  FilterRegistrationBean<ProxyHeaderFilter> proxyHeaders(AccessProperties properties) {
    FilterRegistrationBean<ProxyHeaderFilter> filter =
        new FilterRegistrationBean<>(new ProxyHeaderFilter(properties.proxies()));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** Before the session is looked for. */
  @Bean
  FilterRegistrationBean<BusyFilter> busy(RefusalAnswers refusals) {
    FilterRegistrationBean<BusyFilter> filter =
        new FilterRegistrationBean<>(new BusyFilter(refusals));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(
      AccessProperties properties, RefusalAnswers refusals) {
    FilterRegistrationBean<BodyLimitFilter> filter =
        new FilterRegistrationBean<>(new BodyLimitFilter(properties.body().toBytes(), refusals));
    filter.setOrder(BEFORE_SECURITY);
    return filter;
  }
}
