package org.tuguan.api.usage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.sharing.ledger.UsageBuffer;
import org.tuguan.core.sharing.ledger.UsageJournal;

/** The ledger's parts, from the request to the database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "tuguan.usage.recorded", havingValue = "true")
class UsageWiring {
  @Bean
  UsageBuffer<ServedRequest> usageBuffer(UsageProperties properties) {
    return new UsageBuffer<>(properties.buffer());
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> usageValve(
      UsageBuffer<ServedRequest> buffer, Clock clock) {
    return tomcat -> tomcat.addEngineValves(new UsageValve(buffer::offer, clock));
  }

  /** Closed by the recorder. */
  @Bean(destroyMethod = "")
  UsageJournal usageJournal(UsageProperties properties, JdbcUsageDelivery jdbc) throws IOException {
    return UsageJournal.begin(
        root(properties, jdbc), UUID.randomUUID(), properties.journal().toBytes());
  }

  /** One folder a database: what belongs to one never goes to another. */
  private static Path root(UsageProperties properties, JdbcUsageDelivery jdbc) {
    return properties.directory().resolve(jdbc.ledger().toString());
  }

  @Bean
  UsageRecorder usageRecorder(
      UsageProperties properties,
      UsageBuffer<ServedRequest> buffer,
      UsageJournal journal,
      Clock clock) {
    UseClasses classes =
        new UseClasses(UseRulesFile.read(properties.rules()), new OwnTests(properties.own()));
    return new UsageRecorder(buffer, new UsageRecords(classes, journal.run()), journal, clock);
  }

  @Bean
  UsageDelivery usageDelivery(
      UsageProperties properties, UsageJournal journal, JdbcUsageDelivery jdbc, Clock clock) {
    return new UsageDelivery(root(properties, jdbc), journal, jdbc, clock);
  }

  @Bean
  UsageState usageState(
      UsageRecorder recorder, UsageDelivery delivery, UsageJournal journal, Clock clock) {
    return new UsageState(recorder, delivery, journal, clock);
  }

  @Bean
  UsageMetrics usageMetrics(UsageState state) {
    return new UsageMetrics(state);
  }
}
