package org.tuguan.plugin.coverage.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.figure.Ground;
import org.tuguan.plugin.coverage.figure.Surroundings;
import org.tuguan.plugin.coverage.layer.CoverageLayers;

/**
 * Who may see what: the rights that people have in the plugin's layers hold here too. Figures and
 * footprints need to view {@code coverage-footprint}, single stations to query {@code
 * coverage-points}. While the layers are not published, planners and administrators alone see them.
 */
@Component
public class CoverageRights {
  private final PluginCallers callers;
  private final PluginLayers layers;

  public CoverageRights(PluginCallers callers, PluginLayers layers) {
    this.callers = callers;
    this.layers = layers;
  }

  /** Lets those pass who may see figures and maps. */
  void requireFigures() {
    require(CoverageLayers.FOOTPRINT, Right.VIEW);
  }

  /** Lets those pass who may see single stations. */
  void requireStations() {
    require(CoverageLayers.POINTS, Right.QUERY);
  }

  /** Lets those pass who may take stations away as a file. */
  void requireDownload() {
    require(CoverageLayers.POINTS, Right.DOWNLOAD);
  }

  /**
   * Lets those pass who may see the layers whose shadows are drawn: from shadows one can tell
   * buildings. Figures by line of sight do not need it.
   */
  void requireObstacles(Ground ground) {
    Catalog seen = layers.seen();
    for (Surroundings.Used used :
        ground.surroundings().stream().flatMap(Surroundings::all).toList()) {
      seen.getLayer("footprint", used.layer(), Right.VIEW);
    }
  }

  /** Whether the caller may know that there is such a layer, and what it is called. */
  boolean knows(String layer) {
    return layers
        .seen()
        .findLayer(layer)
        .filter(each -> each.terms().allow(Right.VIEW))
        .isPresent();
  }

  private void require(String layer, Right right) {
    Caller caller = callers.current();
    if (caller.has(Role.PLANNER) || caller.has(Role.ADMIN)) {
      return;
    }
    Optional<?> published = layers.whole().findLayer(layer);
    if (published.isEmpty()) {
      callers.require(Role.PLANNER, Role.ADMIN);
    }
    layers.seen().getLayer("layer", layer, right);
  }

  /** Whether the caller may see single stations, for answers that leave them out otherwise. */
  boolean stations() {
    try {
      requireStations();
      return true;
    } catch (RequestException refused) {
      return false;
    }
  }

  /** Whether the caller may do with other people's layers what their owners may. */
  boolean administrator() {
    return callers.current().has(Role.ADMIN);
  }

  /** The account of somebody who may draw up plans. */
  String requirePlanner() {
    return callers
        .require(Role.PLANNER, Role.ADMIN)
        .user()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_ALLOWED, "", new LocalText("需要帳號", "an account is needed")));
  }
}
