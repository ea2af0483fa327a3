package org.tuguan.api.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tuguan.api.Parameters;
import org.tuguan.api.ServiceProperties;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Catalog;

/** GetCapabilities of WMTS (07-057r7, 7.1). Safe for any thread. */
@Component
class WmtsCapabilities {
  private static final String VERSION = "1.0.0";

  private final ServiceProperties service;
  private final TileLayers layers;

  /** One for each catalog that is seen, each set of sections, each name the server is called by. */
  private final Cache<Key, String> documents = Caffeine.newBuilder().maximumSize(64).build();

  private record Key(Catalog catalog, String server, Set<String> sections) {}

  WmtsCapabilities(ServiceProperties service, TileLayers layers) {
    this.service = service;
    this.layers = layers;
  }

  /** What is wrong with the versions that the caller understands. */
  static Optional<OwsReport> refuse(Parameters parameters) {
    List<String> accepted = parameters.list("AcceptVersions");
    return accepted.isEmpty() || accepted.contains(VERSION)
        ? Optional.empty()
        : Optional.of(
            new OwsReport(
                "VersionNegotiationFailed", "", "AcceptVersions: this server speaks " + VERSION));
  }

  /** The sections that the parameters ask for. */
  static Set<String> sections(Parameters parameters) {
    Set<String> sections = new TreeSet<>();
    for (String name : parameters.list("Sections")) {
      if (name.toLowerCase(Locale.ROOT).equals("all")) {
        sections.addAll(WmtsDocument.SECTIONS);
      } else if (WmtsDocument.SECTIONS.contains(name)) {
        sections.add(name);
      } else {
        throw RequestException.invalid(
            "sections",
            name,
            "allowed are %s, All".formatted(String.join(", ", WmtsDocument.SECTIONS)));
      }
    }
    return sections.isEmpty() ? Set.copyOf(WmtsDocument.SECTIONS) : sections;
  }

  String document(Catalog catalog, String server, Set<String> sections) {
    return documents.get(
        new Key(catalog, server, Set.copyOf(sections)),
        key -> new WmtsDocument(server, service, layers).write(catalog, sections));
  }
}
