package org.tuguan.api.limits;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Filters that stand before everything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LimitWiring {
  @Bean
  FilterRegistrationBean<ProxyHeaderFilter> proxyHeaders(AccessProperties properties) {
    FilterRegistrationBean<ProxyHeaderFilter> filter =
        new FilterRegistrationBean<>(new ProxyHeaderFilter(properties.proxies()));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
