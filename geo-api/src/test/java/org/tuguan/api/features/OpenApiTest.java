package org.tuguan.api.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, checked as literally as conformance suites check it. */
@OgcTest
class OpenApiTest {
  @LocalServerPort private int port;

  private Ogc ogc;
  private JsonNode document;

  @BeforeEach
  void connect() {
    ogc = new Ogc(port);
    document = ogc.json("/api", "Accept", "application/vnd.oai.openapi+json;version=3.0");
  }

  @Test
  void typeIsExactlyThatOfTheLink() {
    HttpResponse<String> response =
        ogc.get("/api", "Accept", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2");
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/vnd.oai.openapi+json;version=3.0");
    assertThat(document.get("openapi").asString()).startsWith("3.0.");
    assertThat(document.get("servers").get(0).get("url").asString()).isEqualTo(ogc.root());
  }

  @Test
  void everyReferenceLeadsSomewhereInTheDocument() {
    List<String> references = new ArrayList<>();
    collectReferences(document, references);
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(reference).startsWith("#/");
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private static void collectReferences(JsonNode node, List<String> references) {
    if (node.has("$ref")) {
      references.add(node.get("$ref").asString());
    }
    node.forEach(child -> collectReferences(child, references));
  }

  @Test
  void everyCollectionHasItsPathsAndEveryPathAnswers() {
    Set<String> paths = new HashSet<>(document.get("paths").propertyNames());
    assertThat(paths).contains("/", "/conformance", "/collections");
    for (JsonNode collection : ogc.json("/collections").get("collections")) {
      String path = "/collections/" + collection.get("id").asString();
      assertThat(paths)
          .contains(path, path + "/items", path + "/items/{featureId}", path + "/queryables");
    }
    for (String path : paths) {
      if (!path.contains("{") || path.contains("/places/")) {
        assertThat(ogc.get(path.replace("{featureId}", "1")).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void operationsAreCompleteAndTheirIdsUnique() {
    Set<String> ids = new HashSet<>();
    for (JsonNode path : document.get("paths")) {
      JsonNode operation = path.get("get");
      assertThat(ids.add(operation.get("operationId").asString())).isTrue();
      for (JsonNode response : operation.get("responses")) {
        assertThat(response.get("description").asString()).isNotEmpty();
      }
      Set<String> names = new HashSet<>();
      for (JsonNode parameter : operation.get("parameters")) {
        JsonNode full = resolved(parameter);
        assertThat(full.get("in").asString()).isIn("query", "path");
        assertThat(names.add(full.get("name").asString())).isTrue();
        assertThat(full.get("schema").isObject()).isTrue();
      }
    }
  }

  private JsonNode resolved(JsonNode parameter) {
    return parameter.has("$ref")
        ? document.at(parameter.get("$ref").asString().substring(1))
        : parameter;
  }

  private JsonNode itemsParameter(String name) {
    for (JsonNode parameter : document.at("/paths/~1collections~1places~1items/get/parameters")) {
      JsonNode full = resolved(parameter);
      if (full.get("name").asString().equals(name)) {
        return full;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void limitBboxAndDatetimeAreSpelledOut() {
    for (String name : List.of("limit", "bbox", "datetime")) {
      JsonNode parameter = itemsParameter(name);
      assertThat(parameter.get("in").asString()).isEqualTo("query");
      assertThat(parameter.get("required").asBoolean()).isFalse();
      assertThat(parameter.get("style").asString()).isEqualTo("form");
      assertThat(parameter.get("explode").asBoolean()).isFalse();
    }
    JsonNode limit = itemsParameter("limit").get("schema");
    assertThat(limit.get("type").asString()).isEqualTo("integer");
    assertThat(limit.get("minimum").asInt()).isEqualTo(1);
    assertThat(limit.get("maximum").asInt()).isEqualTo(10_000);
    assertThat(limit.get("default").asInt()).isPositive();
    JsonNode box = itemsParameter("bbox").get("schema");
    assertThat(box.get("type").asString()).isEqualTo("array");
    assertThat(box.get("minItems").asInt()).isEqualTo(4);
    assertThat(box.get("maxItems").asInt()).isEqualTo(6);
    assertThat(box.get("items").get("type").asString()).isEqualTo("number");
    assertThat(itemsParameter("datetime").get("schema").get("type").asString()).isEqualTo("string");
  }

  @Test
  void everyAttributeIsAParameterAndNothingIsFree() {
    assertThat(itemsParameter("行政區").get("schema").get("type").asString()).isEqualTo("string");
    assertThat(itemsParameter("n").get("schema").get("type").asString()).isEqualTo("integer");
    assertThat(document.toString()).doesNotContain("additionalProperties");
  }
}
