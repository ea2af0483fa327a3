package org.tuguan.api.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is left of the quotas that a request counts against; one that is used up refuses it.
 *
 * <p>Written as {@code RateLimit-Policy} and {@code RateLimit}
 * (draft-ietf-httpapi-ratelimit-headers-10): quota and window there, what is left and for how many
 * seconds here.
 */
public record Allowance(List<Quota> quotas) {
  public static final Allowance UNLIMITED = new Allowance(List.of());

  /**
   * One quota.
   *
   * @param most requests in a window
   * @param window in seconds
   * @param left below zero if this request is one too many
   * @param pause seconds until there is more again
   */
  public record Quota(String name, long most, long window, long left, long pause) {
    boolean isUsedUp() {
      return left < 0;
    }
  }

  public Allowance {
    quotas = List.copyOf(quotas);
  }

  public static Allowance of(String name, long most, long window, long left, long pause) {
    return new Allowance(List.of(new Quota(name, most, window, left, pause)));
  }

  public Allowance and(Allowance other) {
    List<Quota> both = new ArrayList<>(quotas);
    both.addAll(other.quotas);
    return new Allowance(both);
  }

  public boolean refused() {
    return quotas.stream().anyMatch(Quota::isUsedUp);
  }

  /** Seconds after which it is worth to try again. */
  public long retryAfter() {
    return Math.max(
        1, quotas.stream().filter(Quota::isUsedUp).mapToLong(Quota::pause).max().orElse(0));
  }

  /** Empty if there is no quota. */
  public String policyHeader() {
    return list(each -> ";q=" + each.most() + ";w=" + each.window());
  }

  /** Empty if there is no quota. */
  public String header() {
    return list(each -> ";r=" + Math.max(0, each.left()) + ";t=" + each.pause());
  }

  /** Put together by hand: it is done for every request. */
  private String list(Function<Quota, String> parameters) {
    StringBuilder list = new StringBuilder();
    for (Quota each : quotas) {
      list.append(list.isEmpty() ? "\"" : ", \"").append(each.name()).append('"');
      list.append(parameters.apply(each));
    }
    return list.toString();
  }
}
