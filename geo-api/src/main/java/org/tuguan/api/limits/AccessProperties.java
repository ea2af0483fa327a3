package org.tuguan.api.limits;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.tuguan.core.access.AddressRange;

/**
 * How much may be asked for, by whom. The defaults stand in {@code application.yaml}.
 *
 * @param trustedProxies addresses (CIDR) of the proxies whose {@code X-Forwarded-…} and {@code
 *     Forwarded} headers are believed; of all others they are ignored
 * @param anonymousPerMinute requests in a minute from one address without a key or an account (an
 *     IPv6 address counts with its /64), on each node; 0: no limit
 * @param anonymousFeatures most features in one file for callers without a key or an account
 * @param keyPerMinute requests in a minute of a key that says nothing else
 * @param keyPerMinuteMost most that a key may be given
 * @param keysMost valid keys of one holder
 * @param body largest body of a request that is no file
 */
@ConfigurationProperties("tuguan.access")
public record AccessProperties(
    List<String> trustedProxies,
    int anonymousPerMinute,
    long anonymousFeatures,
    int keyPerMinute,
    int keyPerMinuteMost,
    int keysMost,
    DataSize body) {
  public AccessProperties {
    trustedProxies = List.copyOf(Objects.requireNonNullElse(trustedProxies, List.of()));
    Objects.requireNonNull(body, "tuguan.access.body");
    if (anonymousPerMinute < 0
        || anonymousFeatures < 0
        || keyPerMinute < 1
        || keyPerMinuteMost < keyPerMinute
        || keysMost < 1) {
      throw new IllegalArgumentException(
          "tuguan.access: quotas are above zero, key-per-minute-most not below key-per-minute");
    }
  }

  /** The proxies as ranges. */
  public List<AddressRange> proxies() {
    return trustedProxies.stream()
        .map(
            text ->
                AddressRange.parse(text)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "tuguan.access.trusted-proxies: no address range: " + text)))
        .toList();
  }
}
