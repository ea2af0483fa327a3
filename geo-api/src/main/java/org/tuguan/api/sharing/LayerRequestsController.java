package org.tuguan.api.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;

/** {@code /api/v1/layer-requests}: layers that are asked for, and the answers. */
@RestController
class LayerRequestsController {
  private static final String PATH = "/api/v1/layer-requests";

  private final LayerRequests requests;
  private final JdbcSides sides;
  private final JdbcBalance layers;
  private final AgreementPages pages;

  LayerRequestsController(
      LayerRequests requests, JdbcSides sides, JdbcBalance layers, AgreementPages pages) {
    this.requests = requests;
    this.sides = sides;
    this.layers = layers;
    this.pages = pages;
  }

  record RequestList(List<RequestJson> requests) {}

  /**
   * A request on the wire.
   *
   * @param late true if the answer should have been there
   * @param agreement number of the one that came of it; null if none did
   * @param mayAnswer what the caller may do now
   */
  record RequestJson(
      String number,
      String layer,
      LocalText title,
      SideJson owner,
      SideJson from,
      String purpose,
      LayerRequest.State state,
      LocalText stateTitle,
      LocalDate due,
      boolean late,
      String reason,
      String agreement,
      boolean demo,
      Instant created,
      Instant answered,
      boolean mayAnswer,
      boolean mayWithdraw) {}

  record Asking(String layer, String purpose) {}

  /**
   * @param granted if an agreement is to be drafted
   */
  record Answer(boolean granted, String reason) {}

  @GetMapping(PATH)
  RequestList list() {
    return new RequestList(json(requests.list(Callers.current())));
  }

  @PostMapping(PATH)
  ResponseEntity<RequestJson> ask(@RequestBody Asking asking) {
    LayerRequest made =
        requests.ask(text(asking.layer()), text(asking.purpose()), Callers.current());
    return ResponseEntity.status(HttpStatus.CREATED).body(json(made));
  }

  @PostMapping(PATH + "/{number}/answer")
  RequestJson answer(@PathVariable("number") String number, @RequestBody Answer answer) {
    Caller caller = Callers.current();
    if (caller.key().isPresent()) {
      throw RequestException.invalid("key", "", "an account is needed, not a key");
    }
    return json(requests.answer(number, answer.granted(), text(answer.reason()), caller));
  }

  @PostMapping(PATH + "/{number}/withdraw")
  RequestJson withdraw(@PathVariable("number") String number) {
    return json(requests.withdraw(number, Callers.current()));
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  private RequestJson json(LayerRequest request) {
    return json(List.of(request)).get(0);
  }

  private List<RequestJson> json(List<LayerRequest> some) {
    Map<String, LocalText> names = sides.names();
    Map<String, LocalText> titles = layers.titles();
    return some.stream().map(each -> json(each, names, titles)).toList();
  }

  private RequestJson json(
      LayerRequest request, Map<String, LocalText> names, Map<String, LocalText> titles) {
    boolean open = request.state() == LayerRequest.State.OPEN;
    Caller caller = Callers.current();
    return new RequestJson(
        request.number(),
        request.layer(),
        titles.getOrDefault(request.layer(), LocalText.same(request.title())),
        SideJson.of(Optional.of(request.owner()), Optional.empty(), names),
        SideJson.of(request.fromAgency(), request.fromPartner(), names),
        request.purpose(),
        request.state(),
        request.state().title(),
        request.due(),
        open && request.due().isBefore(pages.today()),
        request.reason(),
        request.agreement().orElse(null),
        request.demo(),
        request.created(),
        request.answered().orElse(null),
        open && LayerRequests.mayAnswer(request, caller),
        open && LayerRequests.isOf(request, caller));
  }
}
