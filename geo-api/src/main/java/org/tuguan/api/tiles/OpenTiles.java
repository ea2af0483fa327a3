package org.tuguan.api.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.tuguan.api.security.EarlyAnswer;
import org.tuguan.core.RequestException;

/**
 * Gives tiles of public layers from the cache without more ado: looking for an account and finding
 * a controller cost more than the tile. Everything else, faults included, goes the usual way and
 * gets the same answer there.
 */
@Component
class OpenTiles implements EarlyAnswer {
  private final XyzController controller;
  private final Tiles tiles;
  private final TileAnswers answers;

  OpenTiles(XyzController controller, Tiles tiles, TileAnswers answers) {
    this.controller = controller;
    this.tiles = tiles;
    this.answers = answers;
  }

  @Override
  public boolean answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<XyzPath> path = XyzPath.find(request.getServletPath());
    if (path.isEmpty()) {
      return false;
    }
    TileRequest asked;
    try {
      asked = controller.parse(path.get(), XyzController.Options.NONE);
    } catch (RequestException e) {
      return false;
    }
    Optional<Tile> tile = tiles.find(asked);
    if (tile.isEmpty()) {
      return false;
    }
    asked.note("XYZ");
    write(
        answers.answer(asked, tile.get(), request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
        request,
        response);
    return true;
  }

  private static void write(
      ResponseEntity<byte[]> answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.setStatus(answer.getStatusCode().value());
    String tag = answer.getHeaders().getETag();
    byte[] body = answer.getBody();
    if (body != null && !new ServletWebRequest(request, response).checkNotModified(tag)) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
