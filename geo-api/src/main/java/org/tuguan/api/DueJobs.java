package org.tuguan.api;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has jobs that were ordered in a transaction begin when it is committed, and not up to ten seconds
 * later: the scheduler itself looks as soon as they are ordered, and cannot see them then.
 */
public final class DueJobs {
  private DueJobs() {}

  /** Joins the transaction of this thread, if there is one. */
  public static void lookAfterCommit(SchedulerClient client) {
    if (!(client instanceof Scheduler scheduler)) {
      return;
    }
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      scheduler.triggerCheckForDueExecutions();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }
}
