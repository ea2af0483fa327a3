package org.tuguan.api.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.issuing.IssuingProperties;

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

  /** Large packages are made one at a time, so that small ones need not wait for them. */
  private static final Duration LARGE_ONES_LATER = Duration.ofSeconds(15);

  @Bean
  CustomTask<Long> makePackage(
      PackageMaker maker,
      DeliverySteps steps,
      JdbcOrders orders,
      IssuingProperties issuing,
      DeliveryProperties properties) {
    Semaphore largeOne = new Semaphore(1);
    return Tasks.custom(JOB)
        .onFailure(
            new FailureHandler.MaxRetriesFailureHandler<>(
                properties.attempts() - 1,
                new FailureHandler.ExponentialBackoffFailureHandler<>(
                    properties.firstPause(), SLOWER),
                (failure, operations) ->
                    steps.giveUp((Long) failure.getExecution().taskInstance.getData())))
        .execute(
            (instance, context) -> {
              boolean large = orders.bytes(instance.getData()) >= issuing.large().toBytes();
              if (large && !largeOne.tryAcquire()) {
                return new CompletionHandler.OnCompleteReschedule<>(
                    Schedules.fixedDelay(LARGE_ONES_LATER));
              }
              try {
                make(maker, instance.getData());
              } finally {
                if (large) {
                  largeOne.release();
                }
              }
              return new CompletionHandler.OnCompleteRemove<>();
            });
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
