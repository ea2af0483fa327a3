package org.tuguan.api.sharing.circulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tuguan.core.sharing.AdoptionEvidence;
import org.tuguan.core.sharing.AdoptionRule;
import org.tuguan.core.sharing.CirculationRate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The evidence of a figure as one text, which says everything that the figure is counted from. */
final class EvidenceText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private EvidenceText() {}

  static String write(CirculationRate rate) {
    ObjectNode root = JSON.createObjectNode();
    root.put("day", rate.on().toString()).put("rule", rate.rule());
    ArrayNode agencies = root.putArray("agencies");
    rate.agencies().forEach(agencies::add);
    ArrayNode evidence = root.putArray("evidence");
    for (AdoptionEvidence each : rate.evidence()) {
      evidence
          .addObject()
          .put("kind", each.kind().name())
          .put("agency", each.agency())
          .put("reference", each.reference())
          .put("layer", each.layer())
          .put("uses", each.uses())
          .put("first", each.first().toString())
          .put("last", each.last().toString());
    }
    return root.toString();
  }

  /** Counts again. */
  static CirculationRate count(String text, AdoptionRule rule) {
    JsonNode root = JSON.readTree(text);
    Set<String> agencies = new TreeSet<>();
    root.get("agencies").forEach(each -> agencies.add(each.asString()));
    List<AdoptionEvidence> evidence = new ArrayList<>();
    root.get("evidence").forEach(each -> evidence.add(evidence(each)));
    return CirculationRate.counted(day(root, "day"), rule, agencies, evidence);
  }

  private static AdoptionEvidence evidence(JsonNode node) {
    return new AdoptionEvidence(
        AdoptionEvidence.Kind.valueOf(node.get("kind").asString()),
        node.get("agency").asString(),
        node.get("reference").asString(),
        node.get("layer").asString(),
        node.get("uses").asLong(),
        day(node, "first"),
        day(node, "last"));
  }

  private static LocalDate day(JsonNode node, String name) {
    return LocalDate.parse(node.get(name).asString());
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
