package org.tuguan.core.issuing.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tuguan.core.issuing.JsonNode;

/** The clauses that bind every fee standard. Data: data/fees/statutes.json. */
public final class Statutes {
  private final Map<String, Clause> clauses = new LinkedHashMap<>();

  private Statutes(JsonNode root) {
    root.only("clauses", "sources");
    for (JsonNode node : root.get("clauses").items()) {
      node.only("id", "law", "effective_from", "article", "text", "params");
      Map<String, BigDecimal> params = new LinkedHashMap<>();
      node.get("params").members().forEach((name, value) -> params.put(name, value.amount()));
      Clause clause =
          new Clause(
              node.get("id").text(),
              node.get("law").local(),
              node.get("article").text(),
              node.get("text").local(),
              params);
      if (clauses.put(clause.id(), clause) != null) {
        throw node.get("id").fault("代碼重複", "this id is taken");
      }
    }
  }

  public static Statutes read(String json) {
    return new Statutes(JsonNode.read(json));
  }

  /** Those on the class path. */
  public static Statutes shipped() {
    return read(resource("/tuguan/fees/statutes.json"));
  }

  static String resource(String path) {
    try (InputStream in = Statutes.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no " + path + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Clause get(String id) {
    Clause clause = clauses.get(id);
    if (clause == null) {
      throw new IllegalArgumentException("no clause " + id);
    }
    return clause;
  }
}
