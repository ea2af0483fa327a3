package org.tuguan.api.usage;

import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * The ledger of use.
 *
 * @param recorded false: nothing is written down, for measuring what the ledger costs
 * @param node name of this server in the ledger
 * @param directory of what has not been delivered yet: evidence, on a disk that lasts
 * @param journal most that is kept there while the database is away; beyond it, use is counted but
 *     not recorded
 * @param buffer requests that are kept in memory until they are on disk
 * @param rules what does not count as use
 * @param keepRecords how long single records are kept; daily sums are kept for ever
 * @param keepNames how long the names of accounts stay in them
 * @param own what the operator's own tests can be known by
 */
@ConfigurationProperties("tuguan.usage")
record UsageProperties(
    boolean recorded,
    String node,
    Path directory,
    DataSize journal,
    int buffer,
    Resource rules,
    Period keepRecords,
    Period keepNames,
    Own own) {
  UsageProperties {
    Objects.requireNonNull(node, "tuguan.usage.node");
    Objects.requireNonNull(directory, "tuguan.usage.directory");
    Objects.requireNonNull(journal, "tuguan.usage.journal");
    Objects.requireNonNull(rules, "tuguan.usage.rules");
    Objects.requireNonNull(keepRecords, "tuguan.usage.keep-records");
    Objects.requireNonNull(keepNames, "tuguan.usage.keep-names");
    own = Objects.requireNonNullElse(own, new Own(List.of(), List.of(), ""));
    if (buffer < 1) {
      throw new IllegalArgumentException("tuguan.usage.buffer must be above zero");
    }
  }

  /**
   * @param accounts names
   * @param addresses of callers, also as networks: 10.1.0.0/16
   * @param sign value of the header X-Tuguan-Test; empty for none
   */
  record Own(List<String> accounts, List<String> addresses, String sign) {
    Own {
      accounts = List.copyOf(Objects.requireNonNullElse(accounts, List.of()));
      addresses = List.copyOf(Objects.requireNonNullElse(addresses, List.of()));
      sign = Objects.requireNonNullElse(sign, "");
    }
  }
}
