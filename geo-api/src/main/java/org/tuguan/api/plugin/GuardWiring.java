package org.tuguan.api.plugin;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guards of plugins before the server's own controllers. */
@Configuration(proxyBeanMethods = false)
class GuardWiring implements WebMvcConfigurer {
  private final PluginGuards guards;

  GuardWiring(PluginGuards guards) {
    this.guards = guards;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guards);
  }
}
