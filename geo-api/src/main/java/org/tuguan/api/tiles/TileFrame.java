package org.tuguan.api.tiles;

import java.awt.image.BufferedImage;
import org.tuguan.core.crs.Bounds;

/**
 * What is drawn for a tile: the tile itself, or with a margin that is cut off again. The margin
 * ends where the grid ends.
 *
 * @param bounds of all that is drawn
 * @param width of all that is drawn, in pixels
 * @param height of all that is drawn, in pixels
 * @param left pixels west of the tile
 * @param top pixels north of the tile
 * @param side of the tile, in pixels
 */
record TileFrame(Bounds bounds, int width, int height, int left, int top, int side) {
  /** Pixels of the style: a label reaches this far into the next tile. */
  static final int MARGIN = 64;

  static TileFrame of(TileRequest request, boolean margin) {
    Bounds tile = request.coord().bounds();
    Bounds grid = request.coord().set().bounds();
    int side = request.side();
    double pixel = tile.width() / side;
    int most = margin ? MARGIN * request.pixelRatio() : 0;
    int west = pixels(tile.minX() - grid.minX(), pixel, most);
    int south = pixels(tile.minY() - grid.minY(), pixel, most);
    int east = pixels(grid.maxX() - tile.maxX(), pixel, most);
    int north = pixels(grid.maxY() - tile.maxY(), pixel, most);
    Bounds all =
        new Bounds(
            tile.crs(),
            tile.minX() - west * pixel,
            tile.minY() - south * pixel,
            tile.maxX() + east * pixel,
            tile.maxY() + north * pixel);
    return new TileFrame(all, west + side + east, north + side + south, west, north, side);
  }

  private static int pixels(double room, double pixel, int most) {
    return (int) Math.min(most, Math.round(room / pixel));
  }

  /** The tile, cut out of what was drawn. */
  BufferedImage cut(BufferedImage drawn) {
    if (width == side && height == side) {
      return drawn;
    }
    BufferedImage tile = new BufferedImage(side, side, drawn.getType());
    int[] pixels = new int[side * side];
    drawn.getRGB(left, top, side, side, pixels, 0, side);
    tile.setRGB(0, 0, side, side, pixels, 0, side);
    return tile;
  }
}
