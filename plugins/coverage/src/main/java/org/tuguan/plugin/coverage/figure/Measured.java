package org.tuguan.plugin.coverage.figure;

import org.tuguan.plugin.coverage.inventory.Footprints;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.people.CoverageCount;

/**
 * A count with all that has to be said with it.
 *
 * @param once people whom at least one reaches
 * @param twice people whom at least two reach
 */
public record Measured(
    CoverageQuery query,
    Inventory inventory,
    Ground ground,
    CoverageCount once,
    CoverageCount twice) {
  public Footprints footprints() {
    return ground.footprints();
  }
}
