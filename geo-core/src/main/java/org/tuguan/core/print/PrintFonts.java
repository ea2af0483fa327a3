package org.tuguan.core.print;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Font files with Chinese characters that can be embedded in a PDF: first that of choice, then
 * those that know more characters. A file is read when a character needs it. Guarded by {@link
 * PdfPages}: one thread at a time.
 */
public final class PrintFonts {
  private static final List<String> KNOWN =
      List.of(
          "notosanscjk-regular.ttc",
          "notosanscjktc-regular.otf",
          "notosanstc-regular.otf",
          "notosanstc-regular.ttf",
          "sourcehansanstc-regular.otf",
          "msjh.ttc",
          "wqy-microhei.ttc",
          "wqy-zenhei.ttc",
          "droidsansfallbackfull.ttf",
          "tw-sung-98_1.ttf",
          "tw-sung-ext-b-98_1.ttf",
          "tw-sung-plus-98_1.ttf",
          "mingliub.ttc",
          "simsunb.ttf",
          "hanaminb.ttf");

  private static final List<String> DIRECTORIES =
      List.of("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts");

  private final List<Path> files;
  private final List<Loaded> loaded = new ArrayList<>();

  /**
   * @param outlines empty if the library subsets the font by itself
   */
  private record Loaded(BaseFont font, Optional<CffSubset> outlines) {}

  /**
   * @param files TrueType or OpenType, also collections, by preference; where there are none, the
   *     first page fails and says so
   */
  public PrintFonts(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /** What is installed in the usual places. */
  public static PrintFonts ofSystem() {
    List<Path> found = new ArrayList<>();
    for (String directory : DIRECTORIES) {
      if (Files.isDirectory(Path.of(directory))) {
        found.addAll(listKnown(Path.of(directory)));
      }
    }
    found.sort(Comparator.comparingInt(file -> KNOWN.indexOf(name(file))));
    return new PrintFonts(found);
  }

  /** That of choice. */
  BaseFont first() {
    if (files.isEmpty()) {
      throw new IllegalStateException(
          "no font with Chinese characters for PDF pages: install fonts-noto-cjk");
    }
    return font(0);
  }

  /**
   * The first font with a character.
   *
   * @param character a code point
   */
  Optional<BaseFont> find(int character) {
    for (int i = 0; i < files.size(); i++) {
      if (font(i).charExists(character)) {
        return Optional.of(font(i));
      }
    }
    return Optional.empty();
  }

  private BaseFont font(int index) {
    while (loaded.size() <= index) {
      loaded.add(load(files.get(loaded.size())));
    }
    return loaded.get(index).font();
  }

  /**
   * The outlines of a font that was used; empty if they are embedded already.
   *
   * @param name in the file: the PostScript name, with the encoding behind it or without
   */
  Optional<CffSubset> findOutlines(String name) {
    return loaded.stream()
        .filter(each -> name.startsWith(each.font().getPostscriptFontName()))
        .findFirst()
        .flatMap(Loaded::outlines);
  }

  private static Loaded load(Path file) {
    try {
      String name = file.toString();
      boolean collection = name.toLowerCase(Locale.ROOT).endsWith(".ttc");
      int index = collection ? traditional(BaseFont.enumerateTTCNames(name)) : 0;
      FontFile opened = new FontFile(file, index);
      Optional<CffSubset> outlines = opened.findOutlines();
      BaseFont font =
          outlines.isPresent()
              ? font("print.otf", opened.withoutOutlines(outlines.get()))
              : font(collection ? name + "," + index : name, null);
      font.setSubset(outlines.isEmpty());
      return new Loaded(font, outlines);
    } catch (DocumentException | IOException e) {
      throw new UncheckedIOException(new IOException("font " + file, e));
    }
  }

  /**
   * @param content null to read the file of this name
   */
  private static BaseFont font(String name, byte[] content) throws DocumentException, IOException {
    return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, content, null);
  }

  /** Of the fonts in a collection, the one with the shapes used in Taiwan. */
  private static int traditional(String[] names) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].contains("CJK TC") || names[i].contains("CJKtc")) {
        return i;
      }
    }
    return 0;
  }

  private static List<Path> listKnown(Path directory) {
    try (Stream<Path> all = Files.walk(directory, 6)) {
      return all.filter(file -> KNOWN.contains(name(file))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
