package org.tuguan.core.map;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds a font that can show a text: first the families a style names, then the configured ones,
 * then the Chinese families usual on servers, then any of the system. Safe for any thread.
 */
public final class FontLibrary {
  private static final int MOST_TEXTS = 4_000;

  private static final List<String> CHINESE =
      List.of(
          "Noto Sans CJK TC",
          "Noto Sans TC",
          "Source Han Sans TC",
          "Noto Sans CJK JP",
          "Noto Sans CJK SC",
          "WenQuanYi Zen Hei",
          "WenQuanYi Micro Hei",
          "AR PL UMing TW",
          "AR PL UKai TW",
          "Droid Sans Fallback");

  private final Map<String, Font> families = new LinkedHashMap<>();
  private final List<Font> usual = new ArrayList<>();
  private final Map<String, Font> chosen = new ConcurrentHashMap<>();
  private final Map<TextKey, TextBlock> texts = new ConcurrentHashMap<>();

  /**
   * @param preferred families to try after those of a style; unknown ones are passed over
   * @param own fonts that are not installed on the system
   */
  public FontLibrary(List<String> preferred, List<Font> own) {
    for (String family :
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .getAvailableFontFamilyNames(Locale.ROOT)) {
      families.put(key(family), new Font(family, Font.PLAIN, 1));
    }
    own.forEach(font -> families.put(key(font.getFamily(Locale.ROOT)), font));
    List<String> names = new ArrayList<>(preferred);
    own.forEach(font -> names.add(font.getFamily(Locale.ROOT)));
    names.addAll(CHINESE);
    for (String name : names) {
      if (families.containsKey(key(name))) {
        usual.add(families.get(key(name)));
      }
    }
  }

  /** The fonts of the system. */
  public static FontLibrary ofSystem() {
    return new FontLibrary(List.of(), List.of());
  }

  /**
   * The first font that has all characters of the text, else the one that a Chinese text looks best
   * in.
   *
   * @param wanted families by preference
   * @param style {@link Font#BOLD}, {@link Font#ITALIC}
   * @param size in pixels
   */
  Font find(List<String> wanted, int style, double size, String text) {
    for (String family : wanted) {
      Font font = families.get(key(family));
      if (font != null && font.canDisplayUpTo(text) < 0) {
        return font.deriveFont(style, (float) size);
      }
    }
    Font font = chosen.get(text);
    if (font == null) {
      font = search(text);
      if (chosen.size() < 10_000) {
        chosen.put(text, font);
      }
    }
    return font.deriveFont(style, (float) size);
  }

  /** A text in the font that {@link #find} gives; what is asked for again is not made again. */
  TextBlock text(TextKey wanted) {
    TextBlock known = texts.get(wanted);
    if (known == null) {
      String letters = wanted.text().replaceAll("\\s", "");
      Font font = find(wanted.families(), wanted.style(), wanted.size(), letters);
      known = new TextBlock(wanted.text(), font, wanted.wrap(), wanted.align());
      if (texts.size() >= MOST_TEXTS) {
        texts.clear();
      }
      texts.put(wanted, known);
    }
    return known;
  }

  /**
   * What a text looks like.
   *
   * @param families by preference
   * @param style {@link Font#BOLD}, {@link Font#ITALIC}
   * @param size in pixels
   * @param wrap see {@link TextBlock}
   * @param align see {@link TextBlock}
   */
  record TextKey(
      String text, List<String> families, int style, double size, double wrap, double align) {}

  private Font search(String text) {
    for (Font font : usual) {
      if (font.canDisplayUpTo(text) < 0) {
        return font;
      }
    }
    for (Font font : families.values()) {
      if (font.canDisplayUpTo(text) < 0) {
        return font;
      }
    }
    return usual.isEmpty() ? new Font(Font.SANS_SERIF, Font.PLAIN, 1) : usual.get(0);
  }

  private static String key(String family) {
    return family.strip().toLowerCase(Locale.ROOT);
  }
}
