package org.tuguan.plugin.registers;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** A bean for each indicator that a definition of a register counts. */
final class CountIndicators implements BeanRegistrar {
  @Override
  public void register(BeanRegistry beans, Environment settings) {
    for (Register register : Registers.shipped().list()) {
      for (Register.Count count : register.counts()) {
        beans.registerBean(
            count.name(),
            CountIndicator.class,
            bean ->
                bean.supplier(
                    context ->
                        CountIndicator.of(
                            count.name(),
                            context.bean(Registers.class),
                            context.bean(JdbcCounts.class))));
      }
    }
  }
}
