package org.tuguan.api.plugin;

import java.util.HashSet;
import java.util.Set;

/** What one plugin does aside: it ends before the plugin does. Safe for any thread. */
final class Asides implements AutoCloseable {
  private final Set<Thread> working = new HashSet<>();
  private boolean closed;

  /** Does it on this thread; nothing if the plugin ends. */
  void run(Runnable work) {
    if (!begin()) {
      return;
    }
    try {
      work.run();
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    return !closed && working.add(Thread.currentThread());
  }

  private synchronized void end() {
    working.remove(Thread.currentThread());
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /**
   * Interrupts what is being done and waits for its end, or until this thread is interrupted; what
   * waits is not begun.
   */
  @Override
  public synchronized void close() {
    closed = true;
    working.forEach(Thread::interrupt);
    try {
      while (!working.isEmpty()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
