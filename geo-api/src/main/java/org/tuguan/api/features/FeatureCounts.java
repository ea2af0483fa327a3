package org.tuguan.api.features;

import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.feature.TableRef;

/** Counts matches exactly where that is quick; where it is not, a page does without the number. */
@Component
class FeatureCounts {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DataSource database;

  FeatureCounts(DataSource database) {
    this.database = database;
  }

  OptionalLong count(TableRef table, Query query) {
    try {
      return OptionalLong.of(new PostGisFeatureSource(database, table, PATIENCE).count(query));
    } catch (RequestException e) {
      if (e.fault() == Fault.TIMEOUT) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }
}
