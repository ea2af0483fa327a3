package org.tuguan.api;

import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.tuguan.core.LocalText;

/**
 * Tells what the server cannot do now but can do in a moment: no room to draw, no connection to the
 * database within the time of waiting ({@code spring.datasource.hikari.connection-timeout}).
 */
public final class Overload {
  public static final int RETRY_SECONDS = RenderGate.OverloadedException.RETRY_SECONDS;

  private static final LocalText NO_DATABASE =
      new LocalText(
          "資料庫忙碌或沒有回應，請於 %d 秒後再試。".formatted(RETRY_SECONDS),
          "the database is busy or does not answer; try again in %d seconds"
              .formatted(RETRY_SECONDS));

  private Overload() {}

  /** What to tell the caller; empty if this is something else. */
  public static Optional<LocalText> find(Throwable failure) {
    if (failure instanceof RenderGate.OverloadedException) {
      return Optional.of(LocalText.same(failure.getMessage()));
    }
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof CannotGetJdbcConnectionException
          || each instanceof SQLTransientConnectionException) {
        return Optional.of(NO_DATABASE);
      }
    }
    return Optional.empty();
  }
}
