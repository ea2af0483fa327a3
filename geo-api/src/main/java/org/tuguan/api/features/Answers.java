package org.tuguan.api.features;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Documents and pages as responses, with the headers that say what was chosen and by what. */
@Component
public class Answers {
  private final JsonMapper json;

  Answers(JsonMapper json) {
    this.json = json;
  }

  public ResponseEntity<byte[]> json(
      OgcRequest request, String type, Map<String, Object> document) {
    return answer(request, type, json.writeValueAsBytes(document));
  }

  ResponseEntity<byte[]> html(OgcRequest request, String page) {
    return answer(
        request, MediaTypes.HTML + ";charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> answer(OgcRequest request, String type, byte[] body) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.CONTENT_LANGUAGE, language(request))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .body(body);
  }

  static String language(OgcRequest request) {
    return request.locale().equals(Locale.ENGLISH) ? "en" : "zh-TW";
  }
}
