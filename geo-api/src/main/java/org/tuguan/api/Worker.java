package org.tuguan.api;

/**
 * A thread of the server's own that works from start to stop. The work looks at {@link #isRunning}
 * between its steps; stopping interrupts it. May be started and stopped from any thread.
 */
public final class Worker {
  private final String name;
  private final Runnable work;
  private volatile Thread thread;

  /**
   * @param name of the thread, for logs
   * @param work returns soon after {@link #isRunning} has become false
   */
  public Worker(String name, Runnable work) {
    this.name = name;
    this.work = work;
  }

  public void start() {
    Thread started = new Thread(work, name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  public boolean isRunning() {
    return thread != null;
  }

  /** Rests, for the work itself; an interruption ends the work. */
  public void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      thread = null;
    }
  }
}
