package org.tuguan.api.wms;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.TuguanProperties;

/** What the operations share and takes its size from the settings. */
@Configuration(proxyBeanMethods = false)
class WmsWiring {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean
  RenderGate renderGate(TuguanProperties properties) {
    return new RenderGate(properties.limits().concurrentMaps(), PATIENCE);
  }
}
