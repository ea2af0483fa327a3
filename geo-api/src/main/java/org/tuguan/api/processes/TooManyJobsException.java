package org.tuguan.api.processes;

import org.tuguan.core.LocalText;

/** Somebody has as many jobs as they may have; nothing was begun. */
final class TooManyJobsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int most;

  TooManyJobsException(int most) {
    super("there are %d jobs already".formatted(most));
    this.most = most;
  }

  LocalText text() {
    return new LocalText(
        "等待或執行中的工作已達上限 %d 個；請等其中一個完成，或取消一個".formatted(most),
        "%d jobs are waiting or running, which is the limit; wait for one of them or dismiss one"
            .formatted(most));
  }
}
