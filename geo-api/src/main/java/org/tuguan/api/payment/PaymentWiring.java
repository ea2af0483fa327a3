package org.tuguan.api.payment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.PaymentMethod;
import org.tuguan.core.payment.PaymentSlip;

/** The payment methods that come with the program, and what is done about payments by itself. */
@Configuration(proxyBeanMethods = false)
class PaymentWiring {
  private static final Duration EVERY = Duration.ofMinutes(1);

  @Bean
  PaymentMethod paymentSlip() {
    return new PaymentSlip();
  }

  /** In the demonstration a pretended gateway, unless a real one is configured. */
  @Bean
  PaymentMethod cardGateway(
      PaymentProperties properties, ObjectProvider<DemoGateway> demo, Clock clock) {
    Optional<CardGateway.Settings> real = properties.gateway().settings();
    return new CardGateway(
        real.or(() -> Optional.ofNullable(demo.getIfAvailable()).map(DemoGateway::settings)),
        clock);
  }

  /** On one node. */
  @Bean
  @ConditionalOnWebApplication
  RecurringTask<Void> askGateways(GatewayQuestions questions) {
    return Tasks.recurring("payments-ask", Schedules.fixedDelay(EVERY))
        .execute((instance, context) -> questions.askAll());
  }
}
