package org.tuguan.api.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.tuguan.api.DueJobs;

/**
 * Where messages to people are put. Without a mail server ({@code spring.mail.host}) they are kept
 * there for an administrator to read.
 */
@Component
public class Outbox {
  private final JdbcMail mail;
  private final ObjectProvider<SchedulerClient> jobs;
  private final boolean sendable;
  private final Clock clock;

  Outbox(
      JdbcMail mail,
      ObjectProvider<SchedulerClient> jobs,
      ObjectProvider<JavaMailSender> sender,
      Clock clock) {
    this.mail = mail;
    this.jobs = jobs;
    this.sendable = sender.getIfAvailable() != null;
    this.clock = clock;
  }

  /** False if messages are only kept. */
  public boolean isSendable() {
    return sendable;
  }

  /**
   * Joins the transaction of this thread: the message goes out if, and only if, what it tells of is
   * done.
   *
   * @param recipient an e-mail address
   */
  public void send(String recipient, Letter letter) {
    long id = mail.insert(clock.instant(), recipient, letter, sendable);
    if (sendable) {
      SchedulerClient client = jobs.getObject();
      client.scheduleIfNotExists(
          MailDelivery.JOB.instance(Long.toString(id)).data(id).build(), clock.instant());
      DueJobs.lookAfterCommit(client);
    }
  }

  /** Nothing that was written to an address is kept, and nothing that waits goes out. */
  public void forget(String recipient) {
    mail.deleteTo(recipient);
  }
}
