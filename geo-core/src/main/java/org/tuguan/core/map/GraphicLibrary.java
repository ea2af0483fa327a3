package org.tuguan.core.map;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Icons and pictures that styles name, read from the class path below one folder and kept. Safe for
 * any thread.
 *
 * <p>A style may come from anyone ({@code SLD_BODY}), so only plain relative names are looked up:
 * no other folder, no file, no network. An SVG may have parameters as in {@code
 * icons/school.svg?fill=%23005CA9}, which replace {@code param(fill)} in it.
 */
public final class GraphicLibrary {
  private static final Pattern NAME =
      Pattern.compile("(?:[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]*/)*[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]*");
  private static final Pattern PARAMETER = Pattern.compile("param\\(([\\w-]+)\\)(\\s+[^\"';]+)?");
  private static final Pattern PLAIN_VALUE = Pattern.compile("[#\\w.,()% -]{0,40}");
  private static final int LARGEST = 1 << 20;
  private static final int KEPT = 256;

  /** A graphic as it was read; one of the two is there. */
  record Loaded(SVGDocument svg, BufferedImage picture) {
    double width() {
      return svg == null ? picture.getWidth() : svg.size().getWidth();
    }

    double height() {
      return svg == null ? picture.getHeight() : svg.size().getHeight();
    }
  }

  private final ClassLoader loader;
  private final String folder;
  private final StampLibrary stamps = new StampLibrary();
  private final Map<String, Optional<Loaded>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Loaded>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param folder below which names are looked up, with a slash at its end
   */
  public GraphicLibrary(ClassLoader loader, String folder) {
    this.loader = loader;
    this.folder = folder;
  }

  /** The icons that ship with the product's styles. */
  public static GraphicLibrary ofStyles() {
    return new GraphicLibrary(GraphicLibrary.class.getClassLoader(), "tuguan/styles/");
  }

  /** Empty if there is none of this name, or it cannot be read. */
  Optional<Loaded> find(String href) {
    synchronized (kept) {
      return kept.computeIfAbsent(href, this::load);
    }
  }

  private Optional<Loaded> load(String href) {
    int question = href.indexOf('?');
    String name = question < 0 ? href : href.substring(0, question);
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(folder + name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readNBytes(LARGEST);
      return name.endsWith(".svg")
          ? loadSvg(bytes, question < 0 ? "" : href.substring(question + 1))
          : Optional.of(new Loaded(null, JdkImages.read(bytes)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Loaded> loadSvg(byte[] bytes, String query) {
    String text = withParameters(new String(bytes, StandardCharsets.UTF_8), parameters(query));
    SVGDocument document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                null,
                LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build());
    return Optional.ofNullable(document).map(svg -> new Loaded(svg, null));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        if (PLAIN_VALUE.matcher(value).matches()) {
          values.put(pair.substring(0, equals), value);
        }
      }
    }
    return values;
  }

  /** {@code param(name) default} becomes the value given, else the default, else black. */
  private static String withParameters(String svg, Map<String, String> values) {
    return PARAMETER
        .matcher(svg)
        .replaceAll(
            found -> {
              String standard = found.group(2) == null ? "#000000" : found.group(2).strip();
              return Matcher.quoteReplacement(values.getOrDefault(found.group(1), standard));
            });
  }

  StampLibrary stamps() {
    return stamps;
  }
}
