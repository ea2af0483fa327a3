package org.tuguan.api.tiles;

import org.tuguan.core.LocalText;

/** What a set of tiles shows. */
enum TilesetKind {
  MAP("/map/tiles", "map", TileFormat.PNG, new LocalText("地圖圖磚", "Map tiles")),
  VECTOR("/tiles", "vector", TileFormat.MVT, new LocalText("向量圖磚", "Vector tiles"));

  private final String path;
  private final String dataType;
  private final TileFormat format;
  private final LocalText title;

  TilesetKind(String path, String dataType, TileFormat format, LocalText title) {
    this.path = path;
    this.dataType = dataType;
    this.format = format;
    this.title = title;
  }

  /** Behind the address of what is tiled. */
  String path() {
    return path;
  }

  /** In documents. */
  String dataType() {
    return dataType;
  }

  TileFormat format() {
    return format;
  }

  LocalText title() {
    return title;
  }

  /** Of links to its lists. */
  String relation() {
    return "http://www.opengis.net/def/rel/ogc/1.0/tilesets-" + dataType;
  }
}
