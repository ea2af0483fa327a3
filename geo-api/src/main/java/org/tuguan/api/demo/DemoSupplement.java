package org.tuguan.api.demo;

/** What is written for the demonstration besides the city itself. */
@FunctionalInterface
public interface DemoSupplement {
  /**
   * Prints what it does.
   *
   * @return false if some of it could not be written
   */
  boolean write();
}
