package org.tuguan.core.sharing.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes things from many threads without a lock and hands them to one, first in, first out. Beyond
 * its capacity things are counted and forgotten: a request is never held up, nor the memory filled.
 */
public final class UsageBuffer<T> {
  private final int capacity;
  private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicLong overflow = new AtomicLong();

  public UsageBuffer(int capacity) {
    this.capacity = capacity;
  }

  public void offer(T thing) {
    if (size.incrementAndGet() > capacity) {
      size.decrementAndGet();
      overflow.incrementAndGet();
    } else {
      queue.add(thing);
    }
  }

  /** Up to so many, oldest first; for one thread at a time. */
  public List<T> take(int most) {
    List<T> taken = new ArrayList<>();
    while (taken.size() < most) {
      T next = queue.poll();
      if (next == null) {
        break;
      }
      taken.add(next);
    }
    size.addAndGet(-taken.size());
    return taken;
  }

  /** How many were forgotten since this was last asked. */
  public long takeOverflow() {
    return overflow.getAndSet(0);
  }

  public int size() {
    return size.get();
  }
}
