package org.tuguan.plugin.registers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tuguan.core.analysis.Indicator;

class CountIndicatorsTest {
  @Test
  void everyIndicatorOfADefinitionIsABean() {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      context.registerBean(Registers.class, Registers::shipped);
      context.registerBean(
          JdbcCounts.class, () -> new JdbcCounts(JdbcClient.create(new DriverManagerDataSource())));
      context.register(new CountIndicators());
      context.refresh();

      assertThat(context.getBeansOfType(Indicator.class).values())
          .extracting(Indicator::name)
          .hasSize(8)
          .containsExactlyInAnyOrderElementsOf(
              Registers.shipped().list().stream()
                  .flatMap(each -> each.counts().stream())
                  .map(Register.Count::name)
                  .toList());
    }
  }
}
