package org.tuguan.api.snapshots;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.tuguan.core.TestDatabase;

/** Gives a server an empty database that goes when the server stops. */
final class SnapshotDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.create();
    Map<String, Object> settings =
        Map.of(
            "spring.datasource.url", database.url(),
            "spring.datasource.username", TestDatabase.user(),
            "spring.datasource.password", TestDatabase.password(),
            "tuguan.home", "target/test-home",
            "tuguan.admin-password", "test",
            "tuguan.snapshot.budget", "64MB",
            "tuguan.snapshot.poll", "500ms",
            "tuguan.snapshot.streams", "2");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test database", settings));
    context.getBeanFactory().registerSingleton("testDatabase", database);
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent closed
              && closed.getApplicationContext() == context) {
            database.close();
          }
        });
  }
}
