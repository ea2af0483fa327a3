package org.tuguan.core.snapshot;

/** Wants to know when rows of a layer have changed: caches, open pages. */
public interface ChangeListener {
  /**
   * Called after the change can be read, once for each box, in the thread that follows changes: it
   * must be quick and must not throw.
   */
  void changed(LayerChange change);
}
