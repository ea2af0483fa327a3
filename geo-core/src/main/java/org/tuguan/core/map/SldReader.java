package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.geotools.factory.CommonFactoryFinder;
import org.tuguan.core.RequestException;

/**
 * Reads styles: SLD 1.0.0 (OGC 02-070) and SLD 1.1.0 with SE 1.1.0 (05-078r4, 05-077r4), namespaces
 * tolerated in any mixture. The result is GeoTools' style model.
 *
 * <p>Nothing is ever fetched: documents with a DOCTYPE, remote data, inline data and graphics that
 * are not in the product's own library are refused. Every fault is a {@link RequestException} on
 * {@code SLD_BODY} with line and element path.
 *
 * <p>One convention of ours: the function {@code inLanguage(zh, en)} becomes its first argument for
 * readers of Chinese; for others the second, or the first where the second is blank.
 *
 * <p>Immutable, safe for any thread.
 */
public final class SldReader {
  private static final Set<String> LAYERS =
      Set.of("Name", "Title", "Abstract", "Description", "NamedLayer", "UserLayer");
  private static final Set<String> LAYER_PARTS =
      Set.of(
          "Name",
          "Description",
          "LayerFeatureConstraints",
          "LayerCoverageConstraints",
          "NamedStyle",
          "UserStyle");

  private final SldFilters filters;
  private final SldRules rules;

  /** For readers of Chinese. */
  public SldReader() {
    this(Locale.TAIWAN);
  }

  /**
   * @param locale whose language {@code inLanguage} picks
   */
  public SldReader(Locale locale) {
    SldExpressions expressions =
        new SldExpressions(
            CommonFactoryFinder.getFilterFactory(), locale.getLanguage().equals("zh"));
    filters = new SldFilters(CommonFactoryFinder.getFilterFactory(), expressions);
    rules = new SldRules(CommonFactoryFinder.getStyleFactory(), expressions, filters);
  }

  /** All layers of a document, bottom first. */
  public List<SldLayer> readLayers(String sld) {
    SldElement root = SldDocument.parse(sld);
    if (!root.is("StyledLayerDescriptor")) {
      throw root.fault("the root must be <StyledLayerDescriptor>");
    }
    root.allowOnly(LAYERS);
    List<SldLayer> layers = new ArrayList<>();
    for (SldElement child : root.children()) {
      if (child.is("NamedLayer")) {
        child.allowOnly(LAYER_PARTS);
        layers.add(layer(child, name(child)));
      } else if (child.is("UserLayer")) {
        layers.add(userLayer(child));
      }
    }
    if (layers.isEmpty()) {
      throw root.fault("there is no <NamedLayer>");
    }
    return layers;
  }

  /**
   * The one style of a document: its default style, or else the first {@code UserStyle}. A bare
   * {@code UserStyle} or {@code FeatureTypeStyle} as root is accepted.
   */
  public Style readStyle(String sld) {
    SldElement root = SldDocument.parse(sld);
    if (root.is("UserStyle")) {
      return rules.userStyle(root).style();
    }
    if (root.is("FeatureTypeStyle")) {
      return rules.styleOf(root);
    }
    List<SldLayer.User> styles =
        readLayers(sld).stream()
            .flatMap(layer -> layer.styles().stream())
            .filter(SldLayer.User.class::isInstance)
            .map(SldLayer.User.class::cast)
            .toList();
    return styles.stream()
        .filter(SldLayer.User::isDefault)
        .findFirst()
        .or(() -> styles.stream().findFirst())
        .orElseThrow(() -> root.fault("there is no <UserStyle>"))
        .style();
  }

  private static String name(SldElement layer) {
    String name = layer.getChild("Name").plainText();
    if (name.isEmpty()) {
      throw layer.getChild("Name").fault("the name of a layer is expected");
    }
    return name;
  }

  private SldLayer userLayer(SldElement layer) {
    layer
        .child("InlineFeature")
        .ifPresent(
            inline -> {
              throw inline.fault("inline features are not supported; name a published layer");
            });
    layer
        .child("RemoteOWS")
        .ifPresent(
            remote -> {
              throw remote.fault("data of other servers are not fetched; name a published layer");
            });
    layer.allowOnly(LAYER_PARTS);
    Optional<String> type =
        layer
            .child("LayerFeatureConstraints")
            .flatMap(all -> all.child("FeatureTypeConstraint"))
            .flatMap(one -> one.childText("FeatureTypeName"));
    return layer(layer, type.isPresent() ? type.get() : name(layer));
  }

  private SldLayer layer(SldElement layer, String name) {
    List<SldLayer.Choice> styles = new ArrayList<>();
    for (SldElement child : layer.children()) {
      if (child.is("NamedStyle")) {
        styles.add(new SldLayer.Named(child.getChild("Name").plainText()));
      } else if (child.is("UserStyle")) {
        styles.add(rules.userStyle(child));
      }
    }
    return new SldLayer(name, styles, constraint(layer));
  }

  private Filter constraint(SldElement layer) {
    List<Filter> allowed = new ArrayList<>();
    for (SldElement all : layer.children("LayerFeatureConstraints")) {
      for (SldElement constraint : all.children("FeatureTypeConstraint")) {
        constraint
            .child("Extent")
            .ifPresent(
                extent -> {
                  throw extent.fault("<Extent> is not supported; use a <Filter>");
                });
        allowed.add(constraint.child("Filter").map(filters::filter).orElse(Filter.INCLUDE));
      }
    }
    return filters.anyOf(allowed);
  }
}
