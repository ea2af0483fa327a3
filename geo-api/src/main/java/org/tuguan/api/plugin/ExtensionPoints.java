package org.tuguan.api.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.Extension;
import org.tuguan.core.analysis.AnalysisProcess;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.feature.FeatureEncoder;
import org.tuguan.core.issuing.DocumentScan;
import org.tuguan.core.map.MapEncoder;
import org.tuguan.core.plugin.DemoData;
import org.tuguan.core.plugin.PluginHealth;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.core.plugin.RequestGuard;
import org.tuguan.core.plugin.RequestListener;

/** The points at which something can be attached, and what each is called. */
final class ExtensionPoints {
  private static final Map<Class<? extends Extension>, String> POINTS = points();

  private ExtensionPoints() {}

  private static Map<Class<? extends Extension>, String> points() {
    Map<Class<? extends Extension>, String> points = new LinkedHashMap<>();
    points.put(Indicator.class, "indicator");
    points.put(AnalysisProcess.class, "process");
    points.put(FileFormat.class, "file-format");
    points.put(FeatureEncoder.class, "feature-encoder");
    points.put(MapEncoder.class, "map-encoder");
    points.put(DocumentScan.class, "document-scan");
    points.put(PluginJob.class, "job");
    points.put(RequestGuard.class, "request-guard");
    points.put(RequestListener.class, "request-listener");
    points.put(DemoData.class, "demo-data");
    points.put(PluginHealth.class, "health");
    return points;
  }

  static String point(Extension extension) {
    return POINTS.entrySet().stream()
        .filter(each -> each.getKey().isInstance(extension))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("extension");
  }

  /**
   * Refuses what has no name, or that of something else at the same point. Jobs of different
   * plugins may have one name, since nobody calls them by it.
   *
   * @param there what is attached already
   */
  static void refuseNames(List<Extension> there, List<Extension> added) {
    added.forEach(ExtensionPoints::refuseNameless);
    for (Class<? extends Extension> point : POINTS.keySet()) {
      for (int i = 0; i < added.size(); i++) {
        Extension one = added.get(i);
        if (added.subList(0, i).stream().anyMatch(each -> same(point, each, one))) {
          throw new PluginException(
              PluginFault.Stage.NAME,
              "it has two of %s called %s".formatted(POINTS.get(point), one.name()));
        }
        if (there.stream().anyMatch(each -> same(point, each, one)) && point != PluginJob.class) {
          throw new PluginException(
              new PluginFault(
                  PluginFault.Stage.NAME,
                  "there is a %s called %s already".formatted(POINTS.get(point), one.name()),
                  Optional.of(new NameClash(Optional.of(point), one.name()))));
        }
      }
    }
  }

  private static void refuseNameless(Extension extension) {
    String name = extension.name();
    if (name == null || name.isBlank()) {
      throw new PluginException(
          PluginFault.Stage.NAME,
          "the %s %s has no name; name() must say one"
              .formatted(point(extension), extension.getClass().getName()));
    }
  }

  private static boolean same(Class<? extends Extension> point, Extension one, Extension other) {
    return point.isInstance(one) && point.isInstance(other) && one.name().equals(other.name());
  }
}
