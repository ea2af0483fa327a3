package org.tuguan.plugin.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.JsonNode;
import org.tuguan.core.plugin.PluginAudit;

/**
 * The definitions in force: those that come with the plugin, version 1, and what was published over
 * them or beside them.
 */
@Component
class Definitions {
  private static final String SHIPPED = "plan-2011.json";

  private final JdbcDefinitions published;
  private final PluginAudit audit;
  private final Clock clock;
  private final List<Definition> shipped = shipped();

  Definitions(JdbcDefinitions published, PluginAudit audit, Clock clock) {
    this.published = published;
    this.audit = audit;
    this.clock = clock;
  }

  /** A definition and the number of its version. */
  record Versioned(int version, Definition definition) {}

  /** In the order of the scoreboard. */
  List<Versioned> list() {
    Map<String, Versioned> known = new LinkedHashMap<>();
    shipped.forEach(each -> known.put(each.id(), new Versioned(1, each)));
    published
        .listNewest()
        .forEach(
            each ->
                known.put(
                    each.id(), new Versioned(each.version(), Definition.read(each.document()))));
    return known.values().stream()
        .sorted(
            Comparator.comparing((Versioned each) -> each.definition().order())
                .thenComparing(each -> each.definition().id()))
        .toList();
  }

  /**
   * @throws RequestException NOT_FOUND
   */
  Definition get(String id) {
    return list().stream()
        .map(Versioned::definition)
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND, "id", new LocalText("沒有這項指標", "there is no such indicator")));
  }

  /**
   * Publishes a new version.
   *
   * @param version that it is to be: one more than the newest, so that nobody overwrites what they
   *     have not seen
   * @throws RequestException with line and column of what is wrong; CONFLICT for another version
   */
  @Transactional
  Versioned publish(String id, int version, String document, String by) {
    Definition definition = Definition.read(document);
    if (!definition.id().equals(id)) {
      throw RequestException.invalid(
          "id",
          definition.id(),
          new LocalText("須與網址中的代碼 %s 相同".formatted(id), "the id of the address, " + id));
    }
    int newest =
        list().stream()
            .filter(each -> each.definition().id().equals(id))
            .mapToInt(Versioned::version)
            .max()
            .orElse(0);
    JdbcDefinitions.Published row =
        new JdbcDefinitions.Published(id, version, document, clock.instant(), by);
    if (version != newest + 1 || published.insert(row).isEmpty()) {
      throw new RequestException(
          Fault.CONFLICT,
          "version",
          new LocalText(
              "下一版是第 %d 版".formatted(newest + 1), "the next version is %d".formatted(newest + 1)));
    }
    audit.record("definition.publish", "indicator:" + id, Map.of("version", version));
    return new Versioned(version, definition);
  }

  static List<Definition> shipped() {
    try (InputStream in = Definitions.class.getResourceAsStream(SHIPPED)) {
      String json =
          new String(Objects.requireNonNull(in, SHIPPED).readAllBytes(), StandardCharsets.UTF_8);
      return JsonNode.read(json).get("indicators").items().stream().map(Definition::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
