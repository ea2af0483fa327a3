package org.tuguan.core.print;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Some glyphs of a CID-keyed Compact Font Format font (Adobe Technical Note 5176) as a font of its
 * own, in which the CID of a glyph is its number in the whole font. Without subroutines.
 */
final class CffSubset {
  private static final int FORMAT_RANGES = 3;

  private final ByteBuffer cff;
  private final CffDict top;
  private final CffIndex strings;
  private final CffIndex global;
  private final CffIndex glyphs;
  private final int selectBegin;

  private CffSubset(ByteBuffer cff, CffIndex tops, CffDict top) {
    this.cff = cff;
    this.top = top;
    strings = new CffIndex(cff, tops.end());
    global = new CffIndex(cff, strings.end());
    glyphs = new CffIndex(cff, top.numbers(CffDict.CHAR_STRINGS)[0]);
    selectBegin = top.numbers(CffDict.FD_SELECT)[0];
  }

  /**
   * @param cff the font; empty comes back if it is not CID-keyed
   */
  static Optional<CffSubset> find(ByteBuffer cff) {
    CffIndex tops = new CffIndex(cff, new CffIndex(cff, cff.get(2) & 0xff).end());
    CffDict top = CffDict.read(tops.get(0));
    return top.has(CffDict.ROS) ? Optional.of(new CffSubset(cff, tops, top)) : Optional.empty();
  }

  /**
   * @param wanted numbers of glyphs; 0, what is shown for the unknown, is always there
   */
  byte[] of(SortedSet<Integer> wanted) {
    TreeSet<Integer> all = new TreeSet<>(wanted);
    all.add(0);
    CffIndex fonts = new CffIndex(cff, top.numbers(CffDict.FD_ARRAY)[0]);
    byte[] head = head();
    byte[] charset = charset(all);
    byte[] select = select(all);
    byte[] outlines = CffIndex.bytes(outlines(all, fonts));
    int topLength = topIndex(0, 0, 0, 0).length;
    byte[] noCalls = CffIndex.bytes(List.of());
    byte[] texts = copy(strings.begin(), strings.end());
    int charsetAt = head.length + topLength + texts.length + noCalls.length;
    int selectAt = charsetAt + charset.length;
    int outlinesAt = selectAt + select.length;
    int privatesAt = outlinesAt + outlines.length;
    List<byte[]> privates = new ArrayList<>();
    byte[] fontIndex = fonts(fonts, privatesAt, privates);
    byte[] privateBytes = join(privates.toArray(byte[][]::new));
    byte[] topIndex = topIndex(charsetAt, outlinesAt, privatesAt + privateBytes.length, selectAt);
    return join(head, topIndex, texts, noCalls, charset, select, outlines, privateBytes, fontIndex);
  }

  /** The header, with offsets of four bytes, and the name. */
  private byte[] head() {
    CffIndex names = new CffIndex(cff, cff.get(2) & 0xff);
    return join(new byte[] {1, 0, 4, 4}, copy(names.begin(), names.end()));
  }

  private byte[] topIndex(int charset, int outlines, int fonts, int select) {
    CffDict changed = top.copy();
    changed.put(CffDict.CHARSET, charset);
    changed.put(CffDict.CHAR_STRINGS, outlines);
    changed.put(CffDict.FD_ARRAY, fonts);
    changed.put(CffDict.FD_SELECT, select);
    return CffIndex.bytes(List.of(changed.bytes()));
  }

  /** Format 0: the CID of each glyph but the first. */
  private static byte[] charset(SortedSet<Integer> all) {
    ByteBuffer out = ByteBuffer.allocate(1 + 2 * (all.size() - 1));
    out.put((byte) 0);
    all.stream().skip(1).forEach(glyph -> out.putShort((short) (int) glyph));
    return out.array();
  }

  /** Format 0: the font of each glyph. */
  private byte[] select(SortedSet<Integer> all) {
    ByteBuffer out = ByteBuffer.allocate(1 + all.size());
    out.put((byte) 0);
    all.forEach(glyph -> out.put((byte) font(glyph)));
    return out.array();
  }

  private int font(int glyph) {
    int at = selectBegin;
    if (cff.get(at) != FORMAT_RANGES) {
      return cff.get(at + 1 + glyph) & 0xff;
    }
    int low = 0;
    int high = (cff.getShort(at + 1) & 0xffff) - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if ((cff.getShort(at + 3 + 3 * middle) & 0xffff) <= glyph) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return cff.get(at + 5 + 3 * low) & 0xff;
  }

  private List<byte[]> outlines(SortedSet<Integer> all, CffIndex fonts) {
    List<byte[]> outlines = new ArrayList<>();
    for (int glyph : all) {
      outlines.add(FlatCharString.of(glyphs.get(glyph), local(fonts, font(glyph)), global));
    }
    return outlines;
  }

  private CffIndex local(CffIndex fonts, int font) {
    int[] place = CffDict.read(fonts.get(font)).numbers(CffDict.PRIVATE);
    CffDict own = CffDict.read(cff.slice(place[1], place[0]));
    return own.has(CffDict.SUBRS)
        ? new CffIndex(cff, place[1] + own.numbers(CffDict.SUBRS)[0])
        : global;
  }

  /** The fonts, and what is private to each, without subroutines. */
  private byte[] fonts(CffIndex fonts, int begin, List<byte[]> privates) {
    List<byte[]> dicts = new ArrayList<>();
    int at = begin;
    for (int i = 0; i < fonts.count(); i++) {
      CffDict font = CffDict.read(fonts.get(i));
      int[] place = font.numbers(CffDict.PRIVATE);
      CffDict own = CffDict.read(cff.slice(place[1], place[0]));
      own.remove(CffDict.SUBRS);
      byte[] bytes = own.bytes();
      font.put(CffDict.PRIVATE, bytes.length, at);
      privates.add(bytes);
      at += bytes.length;
      dicts.add(font.bytes());
    }
    return CffIndex.bytes(dicts);
  }

  private byte[] copy(int from, int to) {
    byte[] bytes = new byte[to - from];
    cff.get(from, bytes);
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
