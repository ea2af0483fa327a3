package org.tuguan.plugin.coverage.planning;

import java.math.BigDecimal;
import org.tuguan.plugin.coverage.area.Disc;

/**
 * A place where a site could be built.
 *
 * @param id stable, as in the layer or grid it comes from
 * @param disc the ground it would reach
 * @param cost NT$, at least 0
 */
public record Candidate(String id, Disc disc, BigDecimal cost) {
  public Candidate {
    if (cost.signum() < 0) {
      throw new IllegalArgumentException("candidate " + id + " costs " + cost);
    }
  }
}
