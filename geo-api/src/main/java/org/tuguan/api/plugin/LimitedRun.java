package org.tuguan.api.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Work on a thread of its own that is interrupted when its time is over. If it goes on all the same
 * it is given up: whoever waits for it goes on, and the thread is left behind. Safe for any thread.
 */
final class LimitedRun<T> {
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean late;

  private LimitedRun(String name, Callable<T> work) {
    this.thread = new Thread(() -> run(work), name);
    this.thread.setDaemon(true);
  }

  /** The work was not done when its time was over. */
  static final class LateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ended;

    LateException(boolean ended, Throwable cause) {
      super(cause);
      this.ended = ended;
    }

    /** Whether it has come to an end since; false if its thread was left behind. */
    boolean hasEnded() {
      return ended;
    }
  }

  /**
   * @param watch looks at the time; its thread is not held up
   * @param limit after which the work is interrupted
   * @param grace how long after that it is given up
   */
  static <T> LimitedRun<T> start(
      String name,
      ScheduledExecutorService watch,
      Duration limit,
      Duration grace,
      Callable<T> work) {
    LimitedRun<T> run = new LimitedRun<>(name, work);
    Future<?> interruption =
        watch.schedule(run::timeIsOver, limit.toMillis(), TimeUnit.MILLISECONDS);
    Future<?> end =
        watch.schedule(
            () -> new Thread(run::giveUp, name + "-late").start(),
            limit.plus(grace).toMillis(),
            TimeUnit.MILLISECONDS);
    run.result.whenComplete(
        (value, failure) -> {
          interruption.cancel(false);
          end.cancel(false);
        });
    try {
      run.thread.start();
    } catch (OutOfMemoryError e) {
      run.result.completeExceptionally(e); // there are no more threads
    }
    return run;
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void run(Callable<T> work) {
    try {
      result.complete(work.call());
    } catch (Throwable e) {
      result.completeExceptionally(late ? new LateException(true, e) : e);
    }
  }

  /** Its value, what it threw, or a {@link LateException}. */
  CompletableFuture<T> result() {
    return result;
  }

  /** Has it end early: nobody wants it any more. */
  void interrupt() {
    thread.interrupt();
  }

  private void timeIsOver() {
    late = true;
    thread.interrupt();
  }

  private void giveUp() {
    result.completeExceptionally(new LateException(false, null));
  }
}
