package org.tuguan.api.issuing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.AreaReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The districts and villages of the city as areas to order by; read when first asked for. */
@Component
class Villages {
  private static final String FOLDER = "/tuguan/city/";

  private Map<String, Geometry> shapes;
  private List<Name> names;

  /**
   * A district, or a village of one.
   *
   * @param code by which it is asked for
   * @param district empty for a district
   */
  record Name(String code, LocalText name, LocalText district) {}

  /** Districts with their villages after them, by code. */
  synchronized List<Name> list() {
    if (names == null) {
      LocalText none = LocalText.same("");
      List<Name> all = new ArrayList<>();
      for (JsonNode feature : features("districts")) {
        JsonNode properties = feature.get("properties");
        all.add(new Name(properties.get("town_code").asString(), name(properties, "name"), none));
      }
      for (JsonNode feature : features("villages")) {
        JsonNode properties = feature.get("properties");
        all.add(
            new Name(
                properties.get("village_code").asString(),
                name(properties, "name"),
                name(properties, "town")));
      }
      names = all.stream().sorted(Comparator.comparing(Name::code)).toList();
    }
    return names;
  }

  private static LocalText name(JsonNode properties, String which) {
    String zh = properties.get(which + "_zh").asString();
    JsonNode en = properties.get(which + "_en");
    return new LocalText(zh, en == null || en.isNull() ? zh : en.asString());
  }

  /**
   * All of these together, in CRS:84.
   *
   * @param names codes, or names: 西屯區, 西屯區何安里
   */
  Geometry union(List<String> names) {
    Map<String, Geometry> known = shapes();
    List<Geometry> found = new ArrayList<>();
    for (String name : names) {
      Geometry shape = known.get(name.strip());
      if (shape == null) {
        throw new RequestException(
            Fault.INVALID_PARAMETER,
            "villages",
            new LocalText(
                "沒有里或區 %s；請用代碼，或「西屯區」「西屯區何安里」".formatted(RequestException.quote(name)),
                "there is no village or district %s: give its code, or 西屯區, or 西屯區何安里"
                    .formatted(RequestException.quote(name))));
      }
      found.add(shape);
    }
    return UnaryUnionOp.union(found);
  }

  private synchronized Map<String, Geometry> shapes() {
    if (shapes == null) {
      Map<String, Geometry> read = new HashMap<>();
      for (JsonNode feature : features("districts")) {
        JsonNode properties = feature.get("properties");
        Geometry shape = AreaReader.read(feature.toString());
        read.put(properties.get("town_code").asString(), shape);
        read.put(properties.get("name_zh").asString(), shape);
      }
      for (JsonNode feature : features("villages")) {
        JsonNode properties = feature.get("properties");
        Geometry shape = AreaReader.read(feature.toString());
        String name = properties.get("town_zh").asString() + properties.get("name_zh").asString();
        read.put(properties.get("village_code").asString(), shape);
        read.put(name, shape);
      }
      shapes = Map.copyOf(read);
    }
    return shapes;
  }

  private static JsonNode features(String name) {
    String path = FOLDER + name + ".geojson";
    try (InputStream in = Villages.class.getResourceAsStream(path)) {
      return JsonMapper.shared().readTree(in).get("features");
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
