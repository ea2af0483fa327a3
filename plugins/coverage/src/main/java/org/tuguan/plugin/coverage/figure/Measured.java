package org.tuguan.plugin.coverage.figure;

import java.util.List;
import java.util.Map;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.inventory.Footprints;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.people.CoverageCount;

/**
 * A count with all that has to be said with it.
 *
 * @param once people whom at least one reaches
 * @param twice people whom at least two reach
 * @param warnings each with the number of stations it holds for
 * @param obstacles what stood in the way, with versions; empty for circles
 */
public record Measured(
    CoverageQuery query,
    Inventory inventory,
    Ground ground,
    CoverageCount once,
    CoverageCount twice,
    Map<LocalText, Integer> warnings,
    List<Obstacles> obstacles) {
  public Footprints footprints() {
    return ground.footprints();
  }
}
