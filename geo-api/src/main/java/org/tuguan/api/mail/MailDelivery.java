package org.tuguan.api.mail;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.tuguan.api.TuguanApplication;

/**
 * Sends what waits in the outbox: each message once, by one node; tried again after a minute, then
 * after ever longer, a day in all.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MailDelivery {
  static final TaskDescriptor<Long> JOB = TaskDescriptor.of("mail", Long.class);

  private static final int ATTEMPTS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final double SLOWER = 2;
  private static final Duration KEEP = Duration.ofDays(30);

  private final JdbcMail mail;
  private final Clock clock;

  MailDelivery(JdbcMail mail, Clock clock) {
    this.mail = mail;
    this.clock = clock;
  }

  @Bean
  OneTimeTask<Long> sendMail(
      ObjectProvider<JavaMailSender> sender, @Value("${tuguan.accounts.mail-from}") String from) {
    return Tasks.oneTime(JOB)
        .onFailure(
            new FailureHandler.MaxRetriesFailureHandler<>(
                ATTEMPTS,
                new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, SLOWER),
                (failure, operations) ->
                    mail.giveUp((Long) failure.getExecution().taskInstance.getData())))
        .execute(
            (instance, context) ->
                mail.findWaiting(instance.getData())
                    .ifPresent(message -> send(message, sender.getObject(), from)));
  }

  @Bean
  RecurringTask<Void> tidyMail() {
    return Tasks.recurring(
            "mail-tidy", Schedules.daily(TuguanApplication.ZONE, LocalTime.of(3, 10)))
        .execute((instance, context) -> mail.deleteBefore(clock.instant().minus(KEEP)));
  }

  private void send(JdbcMail.Message message, JavaMailSender sender, String from) {
    SimpleMailMessage outgoing = new SimpleMailMessage();
    outgoing.setFrom(from);
    outgoing.setTo(message.recipient());
    outgoing.setSubject(message.subject());
    outgoing.setText(message.body());
    try {
      sender.send(outgoing);
      mail.sent(message.id(), clock.instant());
    } catch (MailException e) {
      mail.failed(message.id(), e.getMessage());
      throw e;
    }
  }
}
