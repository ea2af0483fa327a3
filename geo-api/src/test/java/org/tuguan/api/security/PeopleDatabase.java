package org.tuguan.api.security;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.tuguan.core.TestDatabase;

/**
 * An empty database of the demonstration, which few wrong passwords from one address do not lock.
 */
public final class PeopleDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  public static final TestDatabase DATABASE = TestDatabase.create();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(DATABASE::close));
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + DATABASE.url(),
            "spring.datasource.username=" + TestDatabase.user(),
            "spring.datasource.password=" + TestDatabase.password(),
            "tuguan.demo=true",
            "tuguan.cache.disk=0",
            "tuguan.home=target/people-home")
        .applyTo(context);
  }
}
