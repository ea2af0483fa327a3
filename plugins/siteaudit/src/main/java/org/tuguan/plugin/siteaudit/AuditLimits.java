package org.tuguan.plugin.siteaudit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tuguan.core.access.AddressRange;
import org.tuguan.core.plugin.PluginSettings;

/**
 * How much of a site is looked at, and how gently.
 *
 * @param pages read of one site
 * @param depth clicks from the first page
 * @param links tried of one site
 * @param pageBytes read of one page; the rest is left
 * @param timeout of one answer as a whole
 * @param pause between two requests to one host
 * @param whole time for one site
 * @param ports that are spoken to
 * @param networks that are not public and may be visited all the same, such as the city's own
 */
record AuditLimits(
    int pages,
    int depth,
    int links,
    int pageBytes,
    Duration timeout,
    Duration pause,
    Duration whole,
    Set<Integer> ports,
    List<AddressRange> networks) {
  AuditLimits {
    ports = Set.copyOf(ports);
    networks = List.copyOf(networks);
  }

  /**
   * @throws IllegalArgumentException a setting that cannot be understood
   */
  static AuditLimits of(PluginSettings settings) {
    List<String> ports = settings.list("ports");
    return new AuditLimits(
        settings.number("pages", 100),
        settings.number("depth", 3),
        settings.number("links", 500),
        settings.number("page-bytes", 2 << 20),
        settings.time("timeout", Duration.ofSeconds(10)),
        settings.time("pause", Duration.ofSeconds(1)),
        settings.time("whole", Duration.ofMinutes(15)),
        ports.isEmpty()
            ? Set.of(80, 443)
            : ports.stream().map(Integer::valueOf).collect(Collectors.toSet()),
        settings.list("networks").stream().map(AuditLimits::network).toList());
  }

  private static AddressRange network(String text) {
    return AddressRange.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tuguan.plugins.siteaudit.networks: '%s' is no range such as 10.0.0.0/8"
                        .formatted(text)));
  }
}
