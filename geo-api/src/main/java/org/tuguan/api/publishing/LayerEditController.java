package org.tuguan.api.publishing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.map.SldReader;

/** Changes of a published layer: its words, its styles, its end. */
@RestController
class LayerEditController {
  private static final String STYLE_NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,62}";

  private final JdbcLayers layers;
  private final PublishingRules rules;
  private final CatalogStore catalogs;
  private final long longestSld;

  LayerEditController(
      JdbcLayers layers,
      PublishingRules rules,
      CatalogStore catalogs,
      TuguanProperties properties) {
    this.layers = layers;
    this.rules = rules;
    this.catalogs = catalogs;
    this.longestSld = properties.limits().sld().toBytes();
  }

  /** As it is in the database now. */
  private void requireManaged(String name) {
    catalogs.refresh();
    catalogs.catalog().getLayer("name", name, Right.MANAGE);
  }

  /**
   * What is null stays as it is.
   *
   * @param offered whether those who may not see the layer are told of it
   * @param offer and how to get it
   */
  record Changes(
      LocalText title,
      LocalText summary,
      List<String> keywords,
      String theme,
      String agency,
      LocalText attribution,
      String licence,
      String licenceUrl,
      LocalDate dataDate,
      Boolean offered,
      LocalText offer) {}

  @PatchMapping("/api/v1/layers/{name}")
  ResponseEntity<Void> change(@PathVariable("name") String name, @RequestBody Changes changes) {
    requireManaged(name);
    rules.requireAgency(changes.agency());
    layers.change(name, changes);
    catalogs.refresh();
    return ResponseEntity.noContent().build();
  }

  /** The table of an imported layer goes with it; others stay where they are. */
  @DeleteMapping("/api/v1/layers/{name}")
  ResponseEntity<Void> delete(@PathVariable("name") String name) {
    requireManaged(name);
    if (!layers.delete(name)) {
      throw RequestException.unknownLayer("name", name);
    }
    catalogs.refresh();
    return ResponseEntity.noContent().build();
  }

  /** The body is an SLD 1.0 or SE 1.1 document in UTF-8. */
  @PutMapping("/api/v1/layers/{name}/styles/{style}")
  ResponseEntity<Void> style(
      @PathVariable("name") String name,
      @PathVariable("style") String style,
      @RequestParam(name = "title", required = false) String title,
      @RequestParam(name = "title_en", required = false) String titleEn,
      @RequestBody byte[] body) {
    requireManaged(name);
    if (!style.matches(STYLE_NAME)) {
      throw RequestException.invalid("style", style, "letters, digits, and _ - . in a name");
    }
    if (body.length > longestSld) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "body",
          "a style document has at most %d bytes (tuguan.limits.sld)".formatted(longestSld));
    }
    String sld = new String(body, StandardCharsets.UTF_8);
    new SldReader().readStyle(sld);
    String zh = title == null || title.isBlank() ? style : title;
    layers.saveStyle(name, style, zh, titleEn == null || titleEn.isBlank() ? zh : titleEn, sld);
    catalogs.refresh();
    return ResponseEntity.noContent().build();
  }
}
