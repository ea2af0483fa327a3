package org.tuguan.api;

import org.springframework.context.SmartLifecycle;

/** A part of the server whose work a {@link Worker} does from the server's start to its stop. */
public interface BackgroundWork extends SmartLifecycle {
  /** Always the same one. */
  Worker worker();

  @Override
  default void start() {
    worker().start();
  }

  @Override
  default void stop() {
    worker().stop();
  }

  @Override
  default boolean isRunning() {
    return worker().isRunning();
  }
}
