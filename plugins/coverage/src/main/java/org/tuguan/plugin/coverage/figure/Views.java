package org.tuguan.plugin.coverage.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.sight.Obstacle;
import org.tuguan.plugin.coverage.sight.Sight;
import org.tuguan.plugin.coverage.sight.Terrain;
import org.tuguan.plugin.coverage.sight.View;

/**
 * What antennas see between the buildings and over the terrain of the library. Buildings are read
 * tile by tile; tiles and views are kept as far as there is room, and not beyond a change of the
 * layers. Setting: {@code sight-area-km2} (600), of all circles of a figure together, overlaps as
 * often as they are there. Safe for any thread.
 */
@Component
public class Views {
  private static final double TILE_M = 500;
  private static final int BUILDINGS_KEPT = 100_000;
  private static final int POINTS_KEPT = 3_000_000;
  private static final int MOST_KM2 = 600;

  private record Tile(String revision, int column, int row) {}

  private record Seen(Surroundings surroundings, Sight sight) {}

  private final RecentlyUsed<Tile, List<Obstacle>> tiles =
      new RecentlyUsed<>(BUILDINGS_KEPT, buildings -> 1 + buildings.size());
  private final RecentlyUsed<Seen, View> views =
      new RecentlyUsed<>(POINTS_KEPT, view -> 100 + view.outline().points());
  private final PluginLayers layers;
  private final BuildingSource buildings;
  private final TerrainSource terrain;
  private final int mostKm2;

  Views(
      PluginLayers layers,
      PluginSettings settings,
      BuildingSource buildings,
      TerrainSource terrain) {
    this.layers = layers;
    this.buildings = buildings;
    this.terrain = terrain;
    this.mostKm2 = settings.number("sight-area-km2", MOST_KM2);
  }

  /** A figure whose circles are larger together is refused, so that nobody fills the memory. */
  int mostKm2() {
    return mostKm2;
  }

  /** The layers as they are now; empty if there is none. */
  public Optional<Surroundings> findSurroundings() {
    Optional<Surroundings.Used> houses = buildings.find().map(this::used);
    Optional<Surroundings.Used> ground = terrain.find().map(this::used);
    return houses.isEmpty() && ground.isEmpty()
        ? Optional.empty()
        : Optional.of(new Surroundings(houses, ground));
  }

  private Surroundings.Used used(Layer layer) {
    return new Surroundings.Used(
        layer.name(), layer.title(), layers.revision(layer), layer.provenance().dataDate());
  }

  public Surroundings getSurroundings() {
    return findSurroundings()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.INVALID_PARAMETER,
                    "footprint",
                    new LocalText(
                        "footprint=sight：沒有建物圖層 %1$s，也沒有地形圖層 %2$s；請先以 ./tuguan import 匯入其一，或設定 buildings-layer、terrain-layer。"
                            .formatted(buildings.layerName(), terrain.layerName()),
                        "footprint=sight: there is neither a layer of buildings (%1$s) nor of terrain (%2$s): import one with ./tuguan import, or set buildings-layer or terrain-layer."
                            .formatted(buildings.layerName(), terrain.layerName()))));
  }

  public View view(Surroundings surroundings, Sight sight) {
    return views.get(new Seen(surroundings, sight), key -> look(surroundings, sight));
  }

  /**
   * The views of all of them, several at once.
   *
   * @param sights neighbours one after another are fastest, since they share tiles
   */
  List<View> list(Surroundings surroundings, List<Sight> sights) {
    return sights.parallelStream().map(sight -> view(surroundings, sight)).toList();
  }

  private View look(Surroundings surroundings, Sight sight) {
    Terrain ground =
        surroundings.terrain().isPresent() ? terrain.around(sight.bounds()) : Terrain.FLAT;
    return View.of(sight, obstacles(surroundings, sight.bounds()), ground);
  }

  /** Each building once, from the first of the tiles that it meets. */
  private List<Obstacle> obstacles(Surroundings surroundings, Envelope box) {
    List<Obstacle> found = new ArrayList<>();
    if (surroundings.buildings().isEmpty()) {
      return found;
    }
    String revision = surroundings.buildings().get().revision();
    int west = tile(box.getMinX());
    int south = tile(box.getMinY());
    for (int column = west; column <= tile(box.getMaxX()); column++) {
      for (int row = south; row <= tile(box.getMaxY()); row++) {
        for (Obstacle obstacle : tiles.get(new Tile(revision, column, row), this::read)) {
          Envelope bounds = obstacle.bounds();
          if (bounds.intersects(box)
              && Math.max(west, tile(bounds.getMinX())) == column
              && Math.max(south, tile(bounds.getMinY())) == row) {
            found.add(obstacle);
          }
        }
      }
    }
    return found;
  }

  static int tile(double metres) {
    return (int) Math.floor(metres / TILE_M);
  }

  private List<Obstacle> read(Tile tile) {
    double west = tile.column() * TILE_M;
    double south = tile.row() * TILE_M;
    return buildings.obstacles(new Envelope(west, west + TILE_M, south, south + TILE_M));
  }
}
