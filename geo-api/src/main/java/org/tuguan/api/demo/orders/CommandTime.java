package org.tuguan.api.demo.orders;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.TuguanApplication;

/** The clock of commands; servers have that of {@link TuguanApplication}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnNotWebApplication
class CommandTime {
  @Bean
  PastClock pastClock() {
    return new PastClock(Clock.system(TuguanApplication.ZONE));
  }
}
