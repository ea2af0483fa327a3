package org.tuguan.api.wms;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.tuguan.core.TestDatabase;

/** Gives a server an empty database that goes when the server stops. */
public final class BlueLakeDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.create();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test database",
                Map.of(
                    "spring.datasource.url",
                    database.url(),
                    "spring.datasource.username",
                    TestDatabase.user(),
                    "spring.datasource.password",
                    TestDatabase.password(),
                    "tuguan.home",
                    "target/test-home",
                    "tuguan.cache.disk",
                    "0",
                    "tuguan.admin-password",
                    "test")));
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent closed
              && closed.getApplicationContext() == context) {
            database.close();
          }
        });
  }
}
