package org.tuguan.core.issuing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One difference between two versions of a fee standard.
 *
 * @param path in the document, with products and rules by code and id, for example {@code
 *     products.CADMAP.price.price}
 * @param before empty if it was added
 * @param after empty if it was taken away
 */
public record StandardChange(
    Part part, String path, Optional<String> before, Optional<String> after) {
  /** What kind of thing changed. */
  public enum Part {
    PRICE,
    PRODUCT,
    RULE,
    ARTICLE,
    DATE,
    SOURCE,
    OTHER
  }

  private static final Set<String> KEYS = Set.of("code", "id");

  /** By path; empty if the two say the same. The order of rules counts, that of products not. */
  public static List<StandardChange> between(FeeStandard before, FeeStandard after) {
    Map<String, String> old = leaves(before);
    Map<String, String> now = leaves(after);
    TreeMap<String, Boolean> paths = new TreeMap<>();
    old.keySet().forEach(path -> paths.put(path, true));
    now.keySet().forEach(path -> paths.put(path, true));
    List<StandardChange> changes = new ArrayList<>();
    for (String path : paths.keySet()) {
      Optional<String> was = Optional.ofNullable(old.get(path));
      Optional<String> is = Optional.ofNullable(now.get(path));
      if (!was.equals(is)) {
        changes.add(new StandardChange(part(path), path, was, is));
      }
    }
    return List.copyOf(changes);
  }

  private static Part part(String path) {
    if (path.startsWith("products.")) {
      return path.contains(".price") ? Part.PRICE : row(path);
    }
    if (path.startsWith("rules.")) {
      return path.endsWith(".article") ? Part.ARTICLE : Part.RULE;
    }
    if (path.startsWith("effective_") || path.equals("version")) {
      return Part.DATE;
    }
    return path.startsWith("sources") || path.startsWith("uncertain") ? Part.SOURCE : Part.OTHER;
  }

  private static Part row(String path) {
    return path.endsWith(".row") ? Part.ARTICLE : Part.PRODUCT;
  }

  private static Map<String, String> leaves(FeeStandard standard) {
    Map<String, String> leaves = new LinkedHashMap<>();
    collect("", JsonNode.read(standard.origin().document()), leaves);
    List<String> order = standard.rules().stream().map(FeeRule::id).toList();
    leaves.put("rules.order", String.join(", ", order));
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.value() instanceof Map) {
      node.members().forEach((name, value) -> collect(join(path, name), value, leaves));
    } else if (node.value() instanceof List) {
      for (int i = 0; i < node.items().size(); i++) {
        JsonNode item = node.items().get(i);
        collect(join(path, key(item, i)), item, leaves);
      }
    } else if (node.value() != null) {
      leaves.put(path, node.value().toString());
    }
  }

  private static String key(JsonNode item, int index) {
    if (item.value() instanceof Map) {
      for (String name : KEYS) {
        if (item.members().containsKey(name)) {
          return item.get(name).text();
        }
      }
    }
    return String.valueOf(index);
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
