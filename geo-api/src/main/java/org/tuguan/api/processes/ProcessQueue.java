package org.tuguan.api.processes;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tuguan.api.DueJobs;
import org.tuguan.core.access.Caller;

/** Takes jobs in: the row that people see and the order to run it are one transaction. */
@Component
class ProcessQueue {
  private final JdbcProcessJobs jobs;
  private final TransactionOperations transaction;
  private final ObjectProvider<SchedulerClient> scheduler;
  private final ProcessProperties properties;
  private final Clock clock;

  ProcessQueue(
      JdbcProcessJobs jobs,
      TransactionOperations transaction,
      ObjectProvider<SchedulerClient> scheduler,
      ProcessProperties properties,
      Clock clock) {
    this.jobs = jobs;
    this.transaction = transaction;
    this.scheduler = scheduler;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param inputs JSON, checked
   * @throws TooManyJobsException if the caller has as many as they may have
   */
  UUID accept(String process, Caller caller, String inputs) {
    UUID id = UUID.randomUUID();
    SchedulerClient client = scheduler.getObject();
    transaction.executeWithoutResult(
        status -> {
          refuseMore(caller.user());
          jobs.insert(id, process, caller.user(), inputs);
          client.schedule(
              ProcessJobs.TASK.instance(id.toString()).data(id.toString()).build(),
              clock.instant());
          DueJobs.lookAfterCommit(client);
        });
    return id;
  }

  private void refuseMore(Optional<String> account) {
    int most = account.isPresent() ? properties.jobsOfAccount() : properties.jobsOfPublic();
    if (jobs.lockAndCount(account) >= most) {
      throw new TooManyJobsException(most);
    }
  }
}
