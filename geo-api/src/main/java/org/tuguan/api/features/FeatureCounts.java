package org.tuguan.api.features;

import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.snapshot.ExactRows;

/** Counts matches exactly where that is quick; where it is not, a page does without the number. */
@Component
class FeatureCounts {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DataSource database;

  FeatureCounts(DataSource database) {
    this.database = database;
  }

  /**
   * @param source from which a page of the matches has been read
   */
  OptionalLong count(FeatureSource source, Layer layer, Query query) {
    if (source instanceof ExactRows rows && rows.findCount(query).isPresent()) {
      return rows.findCount(query);
    }
    try {
      return OptionalLong.of(source(layer).count(query));
    } catch (RequestException e) {
      if (e.fault() == Fault.TIMEOUT) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  private FeatureSource source(Layer layer) {
    FeatureSource all =
        new PostGisFeatureSource(database, Collections.table(layer).ref(), PATIENCE);
    return LayerSources.within(all, layer, Right.QUERY);
  }
}
