package org.tuguan.api.sharing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.JdbcSerialNumbers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.issuing.law.FeeClock;
import org.tuguan.core.issuing.law.Procedure;

/**
 * Requests for layers: made by people of agencies and partners, answered within the time of
 * 政府資訊公開法第12條 by the data owner or an officer. A layer that is neither seen nor offered does not
 * exist for those who ask.
 */
@Service
class LayerRequests {
  private static final String SERIES = "R";
  private static final String GROUND = "臺中市政府提供地理資訊收費標準第7條（互惠）";

  private final JdbcLayerRequests requests;
  private final AgreementDrafts drafts;
  private final AgreementLetters letters;
  private final JdbcSerialNumbers numbers;
  private final CatalogStore catalogs;
  private final FeeClock law;
  private final SharingProperties properties;
  private final AuditTrail audit;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  LayerRequests(
      JdbcLayerRequests requests,
      AgreementDrafts drafts,
      AgreementLetters letters,
      JdbcSerialNumbers numbers,
      CatalogStore catalogs,
      FeeClock law,
      SharingProperties properties,
      AuditTrail audit,
      Clock clock) {
    this.requests = requests;
    this.drafts = drafts;
    this.letters = letters;
    this.numbers = numbers;
    this.catalogs = catalogs;
    this.law = law;
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }

  static boolean mayAnswer(LayerRequest request, Caller caller) {
    return Agreements.isOfficer(caller)
        || (caller.has(Role.OWNER) && caller.agency().filter(request.owner()::equals).isPresent());
  }

  static boolean isOf(LayerRequest request, Caller caller) {
    return caller.key().isEmpty()
        && ((caller.agency().isPresent() && caller.agency().equals(request.fromAgency()))
            || (caller.partner().isPresent() && caller.partner().equals(request.fromPartner())));
  }

  List<LayerRequest> list(Caller caller) {
    return requests.list().stream()
        .filter(each -> mayAnswer(each, caller) || caller.has(Role.KPI) || isOf(each, caller))
        .toList();
  }

  /** The one that is open already if there is one. */
  @Transactional
  public LayerRequest ask(String layer, String purpose, Caller caller) {
    boolean member = caller.agency().isPresent() || caller.partner().isPresent();
    if (caller.key().isPresent() || !member) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText(
              "圖層共用由機關或合作單位的帳號請求", "layers are asked for by accounts of agencies and partners"));
    }
    if (layer.isBlank()) {
      throw RequestException.missing("layer");
    }
    if (purpose.isBlank()) {
      throw RequestException.missing("purpose");
    }
    Layer wanted = wanted(layer, caller);
    LayerRequest request =
        new LayerRequest(
            0,
            numbers.next(SERIES),
            wanted.name(),
            wanted.title().zh(),
            wanted.agency(),
            caller.agency(),
            caller.partner(),
            purpose.strip(),
            LayerRequest.State.OPEN,
            law.deadline(Procedure.INFORMATION_DECISION, today()).due(),
            "",
            Optional.empty(),
            false,
            clock.instant(),
            Optional.empty());
    Optional<LayerRequest> open =
        requests.findOpen(wanted.name(), caller.agency(), caller.partner());
    if (open.isPresent() || !requests.insert(request, caller.user().orElseThrow())) {
      throw new RequestException(
          Fault.CONFLICT,
          "layer",
          new LocalText(
              "已有一件待答復的請求", "a request for this layer is waiting for its answer already"));
    }
    audit.record("sharing.ask", "layer:" + wanted.name(), Map.of("request", request.number()));
    letters.asked(request, false);
    return requests.lock(request.number()).orElseThrow();
  }

  private Layer wanted(String name, Caller caller) {
    Catalog seen = catalogs.seenBy(caller);
    Optional<Layer> visible = seen.findLayer(name);
    if (visible.isEmpty() && seen.findOffer(name).isEmpty()) {
      throw RequestException.unknownLayer("layer", name);
    }
    if (visible.filter(each -> each.terms().allow(Right.DOWNLOAD)).isPresent()) {
      throw new RequestException(
          Fault.CONFLICT,
          "layer",
          new LocalText("貴單位已可使用並下載此圖層，無須請求", "this layer is yours to use and download already"));
    }
    return catalogs.whole().findLayer(name).orElseThrow();
  }

  private LayerRequest open(String number) {
    LayerRequest request =
        requests
            .lock(number)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_FOUND,
                        "number",
                        new LocalText("沒有這件請求", "there is no such request")));
    if (request.state() != LayerRequest.State.OPEN) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "這件請求已是「%s」".formatted(request.state().title().zh()),
              "this request is %s already".formatted(request.state().title().en())));
    }
    return request;
  }

  /** Granting drafts an agreement of a year, which an officer completes and signs. */
  @Transactional
  public LayerRequest answer(String number, boolean granted, String reason, Caller caller) {
    LayerRequest request = open(number);
    if (!mayAnswer(request, caller)) {
      throw notYours();
    }
    if (!granted && reason.isBlank()) {
      throw RequestException.missing("reason");
    }
    Optional<Long> agreement =
        granted ? Optional.of(drafts.draft(draft(request), caller).id()) : Optional.empty();
    close(
        request,
        granted ? LayerRequest.State.GRANTED : LayerRequest.State.REFUSED,
        reason.strip(),
        agreement,
        caller);
    LayerRequest answered = requests.lock(number).orElseThrow();
    letters.answered(answered);
    return answered;
  }

  @Transactional
  public LayerRequest withdraw(String number, Caller caller) {
    LayerRequest request = open(number);
    if (!isOf(request, caller)) {
      throw notYours();
    }
    close(request, LayerRequest.State.WITHDRAWN, "", Optional.empty(), caller);
    return requests.lock(number).orElseThrow();
  }

  private void close(
      LayerRequest request,
      LayerRequest.State state,
      String reason,
      Optional<Long> agreement,
      Caller caller) {
    requests.answer(
        request.id(), state, reason, agreement, clock.instant(), caller.user().orElseThrow());
    audit.record(
        "sharing.answer",
        "layer:" + request.layer(),
        Map.of("request", request.number(), "state", state.name()));
  }

  private AgreementDraft draft(LayerRequest request) {
    LocalDate today = today();
    return new AgreementDraft(
        request.owner(),
        request.fromAgency().orElse(null),
        request.fromPartner().orElse(null),
        request.purpose(),
        GROUND,
        "",
        null,
        "",
        today,
        today.plusYears(1).minusDays(1),
        null,
        null,
        List.of(
            new AgreementDraft.Item(
                "GIVEN", request.layer(), "", List.of(), BigDecimal.ZERO, null, "")),
        null);
  }

  private static RequestException notYours() {
    return new RequestException(
        Fault.NOT_ALLOWED,
        "",
        new LocalText("此帳號不能處理這件請求", "this account has no say in this request"));
  }

  /** Owners are reminded once, some days before the answer is due. */
  @Transactional
  public void remind() {
    requests
        .remind(today().plusDays(properties.reminderDays()), today())
        .forEach(each -> letters.asked(each, true));
  }
}
