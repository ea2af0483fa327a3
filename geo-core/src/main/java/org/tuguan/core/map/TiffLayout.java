package org.tuguan.core.map;

import java.io.IOException;
import java.util.Arrays;

/**
 * How the cells of a TIFF lie in its file.
 *
 * @param pieceWidth of a strip or tile
 * @param bands samples to a cell
 * @param planar each band in pieces of its own
 * @param sampleBytes 1, 2, 4 or 8
 * @param format 1 unsigned, 2 signed, 3 floating point
 * @param palette red, green and blue of each index, 16 bits each, one after the other; empty if
 *     cells hold values
 */
record TiffLayout(
    int width,
    int height,
    int pieceWidth,
    int pieceHeight,
    int bands,
    boolean planar,
    int sampleBytes,
    int format,
    int compression,
    int predictor,
    double[] offsets,
    double[] counts,
    double[] palette) {
  private static final long LARGEST_PIECE = 64L << 20;
  private static final int UNSIGNED = 1;
  private static final int FLOATING = 3;
  private static final int PALETTE = 3;

  static TiffLayout of(TiffDirectory tags) throws IOException {
    int width = tags.number(256, 0);
    int height = tags.number(257, 0);
    boolean tiled = tags.has(322);
    double[] bits = tags.has(258) ? tags.numbers(258) : new double[] {1};
    if (Arrays.stream(bits).distinct().count() != 1) {
      throw new IOException("its bands have different sizes");
    }
    TiffLayout layout =
        new TiffLayout(
            width,
            height,
            tiled ? tags.number(322, 0) : width,
            tiled ? tags.number(323, 0) : Math.min(height, tags.number(278, height)),
            tags.number(277, 1),
            tags.number(284, 1) == 2,
            (int) bits[0] / 8,
            tags.number(339, UNSIGNED),
            tags.number(259, 1),
            tags.number(317, 1),
            tags.numbers(tiled ? 324 : 273),
            tags.numbers(tiled ? 325 : 279),
            tags.number(262, 1) == PALETTE ? tags.numbers(320) : new double[0]);
    layout.check((int) bits[0]);
    return layout;
  }

  private void check(int bits) throws IOException {
    if (width < 1 || height < 1 || pieceWidth < 1 || pieceHeight < 1 || bands < 1) {
      throw new IOException("it has no size");
    }
    if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
      throw new IOException("%d bits to a cell; 8, 16, 32 and 64 are read".formatted(bits));
    }
    if (format < UNSIGNED || format > FLOATING || (format == FLOATING && bits < 32)) {
      throw new IOException("unknown format of numbers " + format);
    }
    if ((long) pieceWidth * pieceHeight * samples() * sampleBytes > LARGEST_PIECE) {
      throw new IOException("its strips or tiles are too large; write it tiled");
    }
    long pieces = (long) across() * down() * (planar ? bands : 1);
    if (offsets.length < pieces || counts.length < pieces) {
      throw new IOException("some of its strips or tiles are missing");
    }
  }

  /** Samples to a cell within a piece. */
  int samples() {
    return planar ? 1 : bands;
  }

  int across() {
    return (width + pieceWidth - 1) / pieceWidth;
  }

  int down() {
    return (height + pieceHeight - 1) / pieceHeight;
  }

  /** Bytes to a whole piece, unpacked. */
  int pieceBytes() {
    return pieceWidth * pieceHeight * samples() * sampleBytes;
  }
}
