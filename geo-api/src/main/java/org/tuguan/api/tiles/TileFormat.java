package org.tuguan.api.tiles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tuguan.core.access.Right;
import org.tuguan.core.tile.VectorTile;

/** What a tile can be written in. */
enum TileFormat {
  PNG("png", "image/png"),
  JPEG("jpg", "image/jpeg"),
  /** Features, not a picture. */
  MVT("mvt", VectorTile.MEDIA_TYPE);

  private final String extension;
  private final String mediaType;

  TileFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** At the end of addresses, without the dot. */
  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  /** What it takes to get such a tile: vector tiles carry attributes. */
  Right right() {
    return this == MVT ? Right.QUERY : Right.VIEW;
  }

  static Optional<TileFormat> findExtension(String extension) {
    return Arrays.stream(values()).filter(each -> each.extension.equals(extension)).findFirst();
  }

  static Optional<TileFormat> findMediaType(String mediaType) {
    String wanted = mediaType.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.mediaType.equals(wanted)).findFirst();
  }

  /** Those that every layer can be had in. */
  static List<TileFormat> listPictures() {
    return List.of(PNG, JPEG);
  }
}
