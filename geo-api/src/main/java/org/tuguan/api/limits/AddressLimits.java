package org.tuguan.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import org.tuguan.core.access.AddressRange;

/**
 * Requests by address, for callers who show nothing else. Known proxies, and by default programs on
 * the machine itself, are nobody in particular and are not counted. Safe for any thread.
 */
public class AddressLimits {
  private static final int MOST = 100_000;

  private final int perMinute;
  private final List<AddressRange> proxies;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofMinutes(2)).build();

  /**
   * @param perMinute requests in a minute from one address; 0: no limit
   * @param proxies that are not counted
   */
  public AddressLimits(int perMinute, List<AddressRange> proxies) {
    this.perMinute = perMinute;
    this.proxies = List.copyOf(proxies);
  }

  /** Counts one request from there. */
  public Allowance take(String address) {
    if (perMinute == 0 || proxies.stream().anyMatch(range -> range.contains(address))) {
      return Allowance.UNLIMITED;
    }
    Bucket bucket = buckets.get(household(address), any -> Buckets.perMinute(perMinute));
    return Buckets.take(bucket, perMinute);
  }

  /** One subscriber has a whole /64 of IPv6 addresses. */
  static String household(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    return AddressRange.parse(address.replaceFirst("%.*", "") + "/64")
        .map(Object::toString)
        .orElse(address);
  }
}
