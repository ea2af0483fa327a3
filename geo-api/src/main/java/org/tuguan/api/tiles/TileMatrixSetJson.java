package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tuguan.api.features.Link;
import org.tuguan.api.features.MediaTypes;
import org.tuguan.api.features.OgcRequest;
import org.tuguan.core.tile.TileMatrixSet;

/** Grids as documents (OGC 17-083r4, 6.2 and annex C). */
final class TileMatrixSetJson {
  private TileMatrixSetJson() {}

  static String address(OgcRequest request, TileMatrixSet set) {
    return request.root() + "/tileMatrixSets/" + set.id();
  }

  /** The registered name, or its address here. */
  static String uri(OgcRequest request, TileMatrixSet set) {
    return set.uri().orElse(address(request, set));
  }

  /** What lists say of it. */
  static Map<String, Object> entry(OgcRequest request, TileMatrixSet set) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", set.id());
    json.put("title", request.say(set.title()));
    json.put("uri", uri(request, set));
    json.put("crs", set.crs().uri());
    json.put("links", List.of(Link.of(address(request, set), "self", MediaTypes.JSON).json()));
    return json;
  }

  static Map<String, Object> document(OgcRequest request, TileMatrixSet set) {
    Map<String, Object> json = entry(request, set);
    json.put("orderedAxes", set.crs().geographic() ? List.of("Lon", "Lat") : List.of("E", "N"));
    set.scaleSet().ifPresent(scales -> json.put("wellKnownScaleSet", scales));
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int level = 0; level <= set.maxLevel(); level++) {
      matrices.add(matrix(set, level));
    }
    json.put("tileMatrices", matrices);
    return json;
  }

  private static Map<String, Object> matrix(TileMatrixSet set, int level) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", Integer.toString(level));
    json.put("scaleDenominator", set.scaleDenominator(level));
    json.put("cellSize", set.resolutionAt(level));
    json.put("cornerOfOrigin", "topLeft");
    json.put("pointOfOrigin", List.of(set.west(), set.north()));
    json.put("tileWidth", TileMatrixSet.TILE_SIZE);
    json.put("tileHeight", TileMatrixSet.TILE_SIZE);
    json.put("matrixWidth", set.columnsAt(level));
    json.put("matrixHeight", set.rowsAt(level));
    return json;
  }
}
