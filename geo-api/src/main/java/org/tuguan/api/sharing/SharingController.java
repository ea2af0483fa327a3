package org.tuguan.api.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/**
 * {@code GET /api/v1/agreements/matrix}: who shares with whom today. People of the city see all of
 * it, partners what they are part of.
 */
@RestController
class SharingController {
  private final JdbcBalance balances;
  private final JdbcSides sides;
  private final AgreementPages pages;

  SharingController(JdbcBalance balances, JdbcSides sides, AgreementPages pages) {
    this.balances = balances;
    this.sides = sides;
    this.pages = pages;
  }

  /**
   * @param nodes all that are at an end of a link
   */
  record Matrix(List<Node> nodes, List<JdbcBalance.Link> links) {}

  /**
   * @param id {@code agency:ID} or {@code partner:ID}
   */
  record Node(String id, LocalText name) {}

  @GetMapping("/api/v1/agreements/matrix")
  Matrix matrix() {
    Caller caller = Callers.current();
    List<JdbcBalance.Link> links =
        balances.listLinks(pages.today()).stream().filter(each -> maySee(each, caller)).toList();
    Map<String, LocalText> names = sides.names();
    List<Node> nodes =
        new TreeSet<>(links.stream().flatMap(each -> Stream.of(each.from(), each.to())).toList())
            .stream().map(id -> new Node(id, names.getOrDefault(id, LocalText.same(id)))).toList();
    return new Matrix(nodes, links);
  }

  private static boolean maySee(JdbcBalance.Link link, Caller caller) {
    if (caller.agency().isPresent() || Agreements.isOfficer(caller) || caller.has(Role.KPI)) {
      return true;
    }
    Optional<String> own = caller.partner().map(id -> "partner:" + id);
    return own.filter(id -> id.equals(link.from()) || id.equals(link.to())).isPresent();
  }
}
