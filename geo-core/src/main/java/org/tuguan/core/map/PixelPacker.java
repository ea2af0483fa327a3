package org.tuguan.core.map;

import java.util.zip.Adler32;

/**
 * Packs the rows of a true-colour picture without filters. Maps repeat themselves pixel by pixel:
 * the pixel on the left, the pixels above, and pairs of pixels seen shortly before are all that is
 * looked for, which is many times faster than a search for repeated bytes. Belongs to one thread.
 */
final class PixelPacker {
  private static final int HASH_BITS = 13;
  private static final int LEAST_PAIR = 2;

  private final int width;
  private final int bytesPerPixel;
  private final int stride;
  private final int longest;
  private final DeflateBlocks blocks;
  private final int[] pixels;
  private final int[] seen = new int[1 << HASH_BITS];

  /**
   * @param pixels ARGB, row by row; those that are fully transparent should be 0
   */
  private PixelPacker(int[] pixels, int width, boolean alpha) {
    this.pixels = pixels;
    this.width = width;
    this.bytesPerPixel = alpha ? 4 : 3;
    this.stride = width * bytesPerPixel + 1;
    this.longest = DeflateBlocks.LONGEST / bytesPerPixel;
    this.blocks = new DeflateBlocks(pixels.length / 2);
  }

  /** The content of a PNG's image data. */
  static byte[] pack(int[] pixels, int width, boolean alpha) {
    return new PixelPacker(pixels, width, alpha).pack();
  }

  private byte[] pack() {
    Adler32 adler = new Adler32();
    byte[] row = new byte[stride];
    for (int start = 0; start < pixels.length; start += width) {
      bytes(start, row);
      adler.update(row, 0, stride);
      blocks.literal(0);
      int end = start + width;
      for (int at = start; at < end; ) {
        at += step(at, start, end, row);
      }
    }
    return blocks.finish((int) adler.getValue());
  }

  private void bytes(int start, byte[] row) {
    int at = 1;
    for (int i = start; i < start + width; i++) {
      int argb = pixels[i];
      row[at++] = (byte) (argb >> 16);
      row[at++] = (byte) (argb >> 8);
      row[at++] = (byte) argb;
      if (bytesPerPixel == 4) {
        row[at++] = (byte) (argb >>> 24);
      }
    }
  }

  /** Writes one or more pixels; how many. */
  private int step(int at, int rowStart, int rowEnd, byte[] row) {
    int pixel = pixels[at];
    int limit = Math.min(longest, rowEnd - at);
    int left = at > rowStart && pixels[at - 1] == pixel ? same(at, at - 1, limit) : 0;
    int above = rowStart > 0 && pixels[at - width] == pixel ? same(at, at - width, limit) : 0;
    if (left > 0 && left + 1 >= above) {
      blocks.repeat(left * bytesPerPixel, bytesPerPixel);
      return left;
    }
    if (above >= LEAST_PAIR && stride <= DeflateBlocks.FURTHEST) {
      blocks.repeat(above * bytesPerPixel, stride);
      return above;
    }
    int before = at + 1 < rowEnd ? pair(at) : -1;
    if (before >= 0) {
      int length = before(at, before, limit);
      int distance = distance(at, before);
      if (length >= LEAST_PAIR && distance <= DeflateBlocks.FURTHEST) {
        blocks.repeat(length * bytesPerPixel, distance);
        return length;
      }
    }
    int from = 1 + (at - rowStart) * bytesPerPixel;
    for (int i = from; i < from + bytesPerPixel; i++) {
      blocks.literal(row[i] & 0xff);
    }
    return 1;
  }

  private int same(int at, int other, int limit) {
    int count = 0;
    while (count < limit && pixels[at + count] == pixels[other + count]) {
      count++;
    }
    return count;
  }

  /** Where this pixel and the next were seen last, perhaps; -1 if they were not. */
  private int pair(int at) {
    int hash = (pixels[at] * 0x9e3779b1 ^ pixels[at + 1] * 0x85ebca6b) >>> 32 - HASH_BITS;
    int before = seen[hash] - 1;
    seen[hash] = at + 1;
    return before;
  }

  private int before(int at, int before, int limit) {
    return same(at, before, Math.min(limit, width - before % width));
  }

  private int distance(int at, int before) {
    int rows = at / width - before / width;
    return rows * stride + (at % width - before % width) * bytesPerPixel;
  }
}
