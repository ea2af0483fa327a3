package org.tuguan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.tuguan.core.RequestException;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that are turned away: in the protocol's form, or as problem+json. */
@Component
public class RefusalAnswers {
  private final List<Refusal.Form> forms;
  private final JsonMapper json;

  RefusalAnswers(List<Refusal.Form> forms, JsonMapper json) {
    this.forms = List.copyOf(forms);
    this.json = json;
  }

  /**
   * @param path under the server's root
   */
  public void answer(
      HttpServletRequest request, HttpServletResponse response, String path, Refusal refusal)
      throws IOException {
    Refusal.Document document =
        forms.stream()
            .filter(form -> form.speaksAt(path))
            .findFirst()
            .map(form -> form.document(parameters(request), refusal))
            .orElseGet(() -> problem(refusal));
    response.setStatus(refusal.status());
    refusal.headers().forEach(response::setHeader);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(document.mediaType());
    response.getOutputStream().write(document.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Parameters parameters(HttpServletRequest request) {
    try {
      return Parameters.of(request);
    } catch (RequestException e) {
      return new Parameters(Map.of());
    }
  }

  private Refusal.Document problem(Refusal refusal) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.valueOf(refusal.status()), refusal.message().en());
    problem.setProperty("message", refusal.message());
    return new Refusal.Document(
        MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsString(problem));
  }
}
