package org.tuguan.api.issuing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.FeeStandards;

/**
 * The fee standards of this moment: those that come with the program and those published here,
 * swapped together. Every node asks the database whether they have changed before it prices, so all
 * price alike. Safe for any thread.
 */
@Component
class FeeStandardStore {
  private final JdbcFeeStandards jdbc;
  private final FeeStandards shipped = FeeStandards.shipped();
  private volatile Known known;

  /** What was published when the database had this version. */
  private record Known(long version, FeeStandards standards) {}

  FeeStandardStore(JdbcFeeStandards jdbc) {
    this.jdbc = jdbc;
  }

  FeeStandards shipped() {
    return shipped;
  }

  FeeStandards standards() {
    Known last = known;
    long version = jdbc.version();
    if (last == null || last.version() != version) {
      last = new Known(version, read());
      known = last;
    }
    return last.standards();
  }

  /** As the transaction of this thread sees them; throws if they do not go together. */
  FeeStandards read() {
    List<FeeStandard> published = new ArrayList<>();
    jdbc.listDocuments().forEach(document -> published.add(FeeStandard.read(document)));
    FeeStandards all = shipped;
    for (FeeStandard each : published) {
      all = all.with(each);
    }
    return all;
  }
}
