package org.tuguan.api.issuing;

import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request's body that is kept as it came and read by hand. */
final class JsonBody {
  private JsonBody() {}

  /**
   * @throws RequestException INVALID_PARAMETER if it is not a JSON object
   */
  static JsonNode object(JsonMapper json, String body) {
    try {
      JsonNode root = json.readTree(body);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (JacksonException e) {
      throw new RequestException(
          Fault.INVALID_PARAMETER, "", "this is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new RequestException(
        Fault.INVALID_PARAMETER, "", new LocalText("應為 JSON 物件", "expected a JSON object"));
  }
}
