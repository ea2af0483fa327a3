package org.tuguan.core.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tuguan.core.LocalText;

/**
 * Tells UTF-8, Big5/CP950 and Latin-1 apart by all the text of a file. Feed it everything, then
 * ask; not safe for threads.
 *
 * <p>UTF-8 is decided by its form, which other text hardly ever has by chance. Big5 has a loose
 * form, so three more things must hold: most pairs are of its frequently used half (rows A1 to C6),
 * and either pairs follow on pairs, as ideographs do and accented letters do not, or enough of them
 * are among the commonest characters of Taiwanese records.
 */
final class EncodingDetector {
  private static final String COMMON =
      "的一是不在有人了中大小上下市縣區鄉鎮村里路街段巷弄號樓臺台北南東西新高雄桃園屏花蓮宜蘭苗栗彰化投雲林嘉義基隆竹門馬祖"
          + "國民學校公園所局處會院站場道橋河溪山海地土水電林農業工商社團政府機關中心活動圖書館衛生醫院警察消防分隊"
          + "名稱代碼編號地址面積類別種類備註日期年月時間單位電話其他住宅設施使用長寬高度數量合計總男女口戶";
  private static final boolean[] IS_COMMON = common();

  private long nul;
  private long high;
  private long utf8Sequences;
  private long utf8Errors;
  private int utf8Pending;
  private int utf8Least = 0x80;
  private int utf8Most = 0xBF;
  private int lead = -1;
  private long pairs;
  private long brokenPairs;
  private long frequentPairs;
  private long commonPairs;
  private long neighbours;
  private boolean afterPair;

  private static boolean[] common() {
    boolean[] found = new boolean[0x10000];
    byte[] bytes = COMMON.getBytes(TextEncoding.CP950);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      found[(bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF] = true;
    }
    return found;
  }

  void feed(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      int value = bytes[i] & 0xFF;
      if (value == 0) {
        nul++;
      }
      if (value >= 0x80) {
        high++;
      }
      utf8(value);
      big5(value);
    }
  }

  /** Text of fixed width ended here, perhaps in the middle of a character. */
  void endOfField() {
    utf8Pending = 0;
    lead = -1;
    afterPair = false;
  }

  private void utf8(int value) {
    if (utf8Pending > 0) {
      if (value >= utf8Least && value <= utf8Most) {
        utf8Pending--;
        utf8Sequences += utf8Pending == 0 ? 1 : 0;
      } else {
        utf8Errors++;
        utf8Pending = 0;
        utf8Start(value);
      }
      utf8Least = 0x80;
      utf8Most = 0xBF;
    } else {
      utf8Start(value);
    }
  }

  /** First bytes and the narrowed range of some second bytes (RFC 3629, section 4). */
  private void utf8Start(int value) {
    if (value >= 0xC2 && value <= 0xDF) {
      utf8Pending = 1;
    } else if (value >= 0xE0 && value <= 0xEF) {
      utf8Pending = 2;
      utf8Least = value == 0xE0 ? 0xA0 : 0x80;
      utf8Most = value == 0xED ? 0x9F : 0xBF;
    } else if (value >= 0xF0 && value <= 0xF4) {
      utf8Pending = 3;
      utf8Least = value == 0xF0 ? 0x90 : 0x80;
      utf8Most = value == 0xF4 ? 0x8F : 0xBF;
    } else if (value >= 0x80) {
      utf8Errors++;
    }
  }

  private void big5(int value) {
    if (lead >= 0) {
      boolean trail = value >= 0x40 && value <= 0x7E || value >= 0xA1 && value <= 0xFE;
      if (trail) {
        pairs++;
        frequentPairs += lead <= 0xC6 ? 1 : 0;
        commonPairs += IS_COMMON[lead << 8 | value] ? 1 : 0;
        neighbours += afterPair ? 1 : 0;
      } else {
        brokenPairs++;
      }
      afterPair = trail;
      lead = -1;
    } else if (value >= 0xA1 && value <= 0xF9) {
      lead = value;
    } else {
      brokenPairs += value >= 0x80 ? 1 : 0;
      afterPair = false;
    }
  }

  /** True if there are bytes that text does not have. */
  boolean binary() {
    return nul > 0;
  }

  TextEncoding detect() {
    if (high == 0) {
      return found(StandardCharsets.UTF_8, "內容僅有 ASCII 字元", "the text is plain ASCII");
    }
    if (utf8Sequences > 0 && utf8Errors * 50 <= utf8Sequences) {
      return found(
          StandardCharsets.UTF_8,
          "內容符合 UTF-8（%d 個多位元組字元，%d 處不符）".formatted(utf8Sequences, utf8Errors),
          "the text is UTF-8 (%d characters beyond ASCII, %d errors)"
              .formatted(utf8Sequences, utf8Errors));
    }
    if (looksLikeBig5()) {
      return found(
          TextEncoding.CP950,
          "內容不是 UTF-8，而 %d 個雙位元組字中有 %d 個屬 Big5 常用字".formatted(pairs, frequentPairs),
          "the text is not UTF-8, and %d of %d double bytes are frequent Big5 characters"
              .formatted(frequentPairs, pairs));
    }
    return found(
        StandardCharsets.ISO_8859_1,
        "內容不是 UTF-8 也不像 Big5",
        "the text is neither UTF-8 nor like Big5");
  }

  private boolean looksLikeBig5() {
    return pairs > 0
        && brokenPairs * 20 <= pairs
        && frequentPairs * 10 >= pairs * 6
        && (neighbours * 10 >= pairs * 3 || commonPairs * 4 >= pairs);
  }

  private static TextEncoding found(Charset charset, String zh, String en) {
    return new TextEncoding(charset, new LocalText("偵測：" + zh, "detected: " + en));
  }
}
