package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tuguan.api.features.Link;
import org.tuguan.api.features.MediaTypes;
import org.tuguan.api.features.OgcRequest;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/**
 * Layers that can be had in tiles under one address (OGC API Tiles 1, 20-057).
 *
 * @param address of the list of its grids
 * @param layers bottom first
 * @param extent of all of them, in CRS:84
 */
record Tileset(
    TilesetKind kind, String address, LocalText title, List<TileLayer> layers, Bounds extent) {
  private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/";

  Tileset {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(address);
    Objects.requireNonNull(title);
    layers = List.copyOf(layers);
    Objects.requireNonNull(extent);
  }

  /** Every grid that reaches the data. */
  Map<String, Object> list(OgcRequest request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("links", List.of(Link.of(address, "self", MediaTypes.JSON).json()));
    json.put(
        "tilesets",
        TileMatrixSet.listAll().stream()
            .filter(set -> !TileMatrixLimits.list(set, extent).isEmpty())
            .map(set -> document(request, set))
            .toList());
    return json;
  }

  /** The grid with this id; NOT_FOUND if there is none or it does not reach the data. */
  TileMatrixSet set(String id) {
    return TileMatrixSet.listAll().stream()
        .filter(set -> set.id().equals(id))
        .filter(set -> !TileMatrixLimits.list(set, extent).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "tileMatrixSetId",
                    "there are no tiles in %s here".formatted(RequestException.quote(id))));
  }

  /** In one grid. */
  Map<String, Object> document(OgcRequest request, TileMatrixSet set) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", request.say(title) + " · " + set.id());
    json.put("dataType", kind.dataType());
    json.put("crs", set.crs().uri());
    json.put("tileMatrixSetId", set.id());
    json.put("tileMatrixSetURI", TileMatrixSetJson.uri(request, set));
    json.put(
        "tileMatrixSetLimits",
        TileMatrixLimits.list(set, extent).stream().map(Tileset::limits).toList());
    json.put(
        "boundingBox",
        Map.of(
            "lowerLeft",
            List.of(extent.minX(), extent.minY()),
            "upperRight",
            List.of(extent.maxX(), extent.maxY()),
            "crs",
            extent.crs().uri()));
    json.put("links", links(request, set));
    return json;
  }

  private static Map<String, Object> limits(TileMatrixLimits limits) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tileMatrix", Integer.toString(limits.level()));
    json.put("minTileRow", limits.minRow());
    json.put("maxTileRow", limits.maxRow());
    json.put("minTileCol", limits.minColumn());
    json.put("maxTileCol", limits.maxColumn());
    return json;
  }

  private List<Map<String, Object>> links(OgcRequest request, TileMatrixSet set) {
    String own = address + "/" + set.id();
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Link.of(own, "self", MediaTypes.JSON).json());
    links.add(
        Link.of(
                TileMatrixSetJson.address(request, set),
                RELATION + "tiling-scheme",
                MediaTypes.JSON)
            .json());
    Map<String, Object> tiles =
        Link.of(own + "/{tileMatrix}/{tileRow}/{tileCol}", "item", kind.format().mediaType())
            .json();
    tiles.put("templated", true);
    links.add(tiles);
    return links;
  }

  /** One of its tiles; NOT_FOUND outside its limits. */
  TileRequest tile(TileMatrixSet set, String level, String row, String column) {
    if (layers.isEmpty()) {
      throw new RequestException(Fault.NOT_FOUND, "", "there are no layers here");
    }
    TileCoord coord = TileNumbers.coord(set, level, column, row);
    TileMatrixLimits limits = TileMatrixLimits.list(set, extent).get(coord.z());
    if (!limits.containsRow(coord.y()) || !limits.containsColumn(coord.x())) {
      throw new RequestException(
          Fault.NOT_FOUND,
          "",
          "there is nothing at row %d, column %d: rows %d to %d and columns %d to %d are allowed here"
              .formatted(
                  coord.y(),
                  coord.x(),
                  limits.minRow(),
                  limits.maxRow(),
                  limits.minColumn(),
                  limits.maxColumn()));
    }
    return TileRequest.of(layers, coord, kind.format());
  }
}
