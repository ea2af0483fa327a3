package org.tuguan.api.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What {@code data/catalog} and {@code data/styles} say. */
final class CatalogEntries {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private CatalogEntries() {}

  /** A theme. */
  record ThemeEntry(String id, String titleZh, String titleEn) {}

  /** A style of a layer; its SLD is {@code styles/LAYER.sld} or {@code styles/LAYER-NAME.sld}. */
  record StyleEntry(String name, String titleZh, String titleEn) {}

  /**
   * A layer; see {@link org.tuguan.core.catalog.Layer}.
   *
   * @param offerZh how to get it, where it is advertised to those who may not see it; else null
   * @param grants null where it is open to everybody
   */
  record LayerEntry(
      String name,
      int position,
      String titleZh,
      String titleEn,
      String summaryZh,
      String summaryEn,
      List<String> keywords,
      String theme,
      String agency,
      String attributionZh,
      String attributionEn,
      String licence,
      String licenceUrl,
      LocalDate dataDate,
      boolean synthetic,
      String placeName,
      boolean shownAtStart,
      List<StyleEntry> styles,
      String offerZh,
      String offerEn,
      List<GrantEntry> grants) {}

  /**
   * Who may use a layer; see {@code tuguan.layer_grant}.
   *
   * @param grantee null for everybody and for all city agencies
   */
  record GrantEntry(String kind, String grantee, List<String> rights) {}

  static List<ThemeEntry> themes() {
    return List.of(read("themes", ThemeEntry[].class));
  }

  static List<LayerEntry> layers() {
    return List.of(read("layers", LayerEntry[].class));
  }

  static LayerEntry layer(String name) {
    return layers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("catalog/layers.json has no " + name));
  }

  /** The SLD document; empty if it does not ship. */
  static Optional<String> findSld(String layer, String style) {
    String file = style.equals("default") ? layer : layer + "-" + style;
    try (InputStream in =
        CatalogEntries.class.getResourceAsStream("/tuguan/styles/" + file + ".sld")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String name, Class<T> type) {
    String path = "/tuguan/catalog/" + name + ".json";
    try (InputStream in =
        Objects.requireNonNull(CatalogEntries.class.getResourceAsStream(path), path)) {
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
