package org.tuguan.api.usage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tuguan.api.security.Callers;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.sharing.UsedOperation;

/**
 * Where controllers say what they give, on the thread of the request and before they make it, so
 * that failures are known too. Everything else about the request is added when it has been
 * answered. Outside requests nothing happens.
 */
public final class UsageNotes {
  static final String ATTRIBUTE = UsageNotes.class.getName();

  private UsageNotes() {}

  /**
   * This request uses these layers.
   *
   * @param operation service, operation and format, as {@link UsedOperation} has them
   * @param layers names
   * @param area what part of the world it is about, in any system; empty if none
   */
  public static void served(
      UsedOperation operation, Collection<String> layers, Optional<Bounds> area) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes known) {
      HttpServletRequest request = known.getRequest();
      request.setAttribute(
          ATTRIBUTE, new UsageNote(Callers.current(), operation, layers, area, request));
    }
  }

  /** So many features of a layer are given, in addition to those that were counted before. */
  public static void counted(String layer, long features) {
    note().ifPresent(note -> note.count(layer, features));
  }

  /** The same features, each counted as it is given. */
  public static <T> Stream<T> counting(String layer, Stream<T> features) {
    return note()
        .map(
            note -> {
              note.count(layer, 0);
              return features.peek(feature -> note.count(layer, 1));
            })
        .orElse(features);
  }

  /** The answer is a fault, although its status is one of success. */
  public static void failed() {
    note().ifPresent(UsageNote::fail);
  }

  private static Optional<UsageNote> note() {
    RequestAttributes known = RequestContextHolder.getRequestAttributes();
    return known != null
            && known.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof UsageNote note
        ? Optional.of(note)
        : Optional.empty();
  }
}
