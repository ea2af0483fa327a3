package org.tuguan.api.imports;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.tuguan.core.TestDatabase;

/** An empty database of the demonstration, with accounts, and a low limit for what is sent in. */
final class ImportDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final TestDatabase DATABASE = TestDatabase.create();

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
            "tuguan.limits.upload=2MB",
            "tuguan.home=target/import-home")
        .applyTo(context);
  }
}
