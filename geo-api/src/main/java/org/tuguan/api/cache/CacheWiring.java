package org.tuguan.api.cache;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.tile.cache.TileCache;

/** The one cache of a server; commands, which end soon, keep nothing. */
@Configuration(proxyBeanMethods = false)
class CacheWiring {
  @Bean
  @ConditionalOnWebApplication
  TileCache tileCache(CacheProperties properties, Clock clock) {
    return TileCache.over(
        properties.directory(), properties.disk().toBytes(), properties.memory().toBytes(), clock);
  }

  @Bean("tileCache")
  @ConditionalOnNotWebApplication
  TileCache noTileCache(Clock clock) {
    return TileCache.inMemory(0, clock);
  }
}
