package org.tuguan.api.delivery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes packages in the background, each by one node; one whose node dies is found again when its
 * signs of life stay away. Tried again after ever longer pauses.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DeliveryJobs {
  static final TaskDescriptor<Long> JOB = TaskDescriptor.of("delivery", Long.class);

  private static final double SLOWER = 2;
  private static final Duration UPKEEP = Duration.ofMinutes(10);

  @Bean
  OneTimeTask<Long> makePackage(
      PackageMaker maker, DeliverySteps steps, DeliveryProperties properties) {
    return Tasks.oneTime(JOB)
        .onFailure(
            new FailureHandler.MaxRetriesFailureHandler<>(
                properties.attempts() - 1,
                new FailureHandler.ExponentialBackoffFailureHandler<>(
                    properties.firstPause(), SLOWER),
                (failure, operations) ->
                    steps.giveUp((Long) failure.getExecution().taskInstance.getData())))
        .execute((instance, context) -> make(maker, instance.getData()));
  }

  private static void make(PackageMaker maker, long application) {
    try {
      maker.make(application);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks after what fell through, and clears up. */
  @Bean
  RecurringTask<Void> tidyDeliveries(
      JdbcDeliveries deliveries, DeliverySteps steps, PackageMaker maker) {
    return Tasks.recurring("deliveries-tidy", Schedules.fixedDelay(UPKEEP))
        .execute(
            (instance, context) -> {
              for (long application : deliveries.listForgotten()) {
                steps.order(application);
              }
              try {
                maker.tidy();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
