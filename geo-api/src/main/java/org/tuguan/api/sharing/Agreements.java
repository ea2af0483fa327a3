package org.tuguan.api.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.FullPrices;
import org.tuguan.api.issuing.JdbcSerialNumbers;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.sharing.AgreementState;

/**
 * What people do with agreements. Officers and administrators write, sign and end them; data owners
 * draft those of their own agency; the sides see their own.
 */
@Service
class Agreements {
  private static final Logger LOG = LoggerFactory.getLogger(Agreements.class);
  private static final String SERIES = "S";

  private final JdbcAgreements agreements;
  private final JdbcSides sides;
  private final JdbcSerialNumbers numbers;
  private final AgreementMoves moves;
  private final FullPrices prices;
  private final CatalogStore catalogs;
  private final AuditTrail audit;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  Agreements(
      JdbcAgreements agreements,
      JdbcSides sides,
      JdbcSerialNumbers numbers,
      AgreementMoves moves,
      FullPrices prices,
      CatalogStore catalogs,
      AuditTrail audit,
      Clock clock) {
    this.agreements = agreements;
    this.sides = sides;
    this.numbers = numbers;
    this.moves = moves;
    this.prices = prices;
    this.catalogs = catalogs;
    this.audit = audit;
    this.clock = clock;
  }

  static boolean isOfficer(Caller caller) {
    return caller.has(Role.OFFICER) || caller.has(Role.ADMIN);
  }

  private static boolean maySee(Agreement agreement, Caller caller) {
    return isOfficer(caller)
        || caller.has(Role.KPI)
        || (caller.key().isEmpty() && agreement.sides().include(caller.agency(), caller.partner()));
  }

  /** Those that the caller may see, the newest first. */
  List<Agreement> list(Caller caller) {
    return agreements.list().stream().filter(each -> maySee(each, caller)).toList();
  }

  Agreement get(String number, Caller caller) {
    return agreements
        .findByNumber(number)
        .filter(each -> maySee(each, caller))
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "number",
                    new LocalText("沒有這份協議", "there is no such agreement")));
  }

  @Transactional
  public Agreement draft(AgreementDraft draft, Caller caller) {
    Agreement.Sides wanted = checked(draft, caller);
    List<AgreementLayer> layers = named(draft.items(), wanted);
    Agreement.Terms terms = draft.terms();
    Instant now = clock.instant();
    String by = caller.user().orElseThrow();
    String number = numbers.next(SERIES);
    long id = agreements.insert(number, wanted, terms, now, by);
    write(id, draft, layers);
    agreements.note(id, new JdbcAgreements.Event(now, by, AgreementState.DRAFT.name(), ""));
    audit.record("agreement.create", "agreement:" + number, told(wanted, layers));
    return agreements.lock(id);
  }

  /** Only as long as it is a draft. */
  @Transactional
  public Agreement change(String number, AgreementDraft draft, Caller caller) {
    Agreement known = get(number, caller);
    Agreement before = agreements.lock(known.id());
    requireAuthor(before.sides().agency(), caller);
    if (before.state() != AgreementState.DRAFT) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "已簽署的協議不能修改，請另訂新協議", "what is signed is not changed; make another agreement"));
    }
    Agreement.Sides wanted = checked(draft, caller);
    List<AgreementLayer> layers = named(draft.items(), wanted);
    agreements.change(before.id(), wanted, draft.terms(), clock.instant());
    write(before.id(), draft, layers);
    audit.record("agreement.change", "agreement:" + number, told(wanted, layers));
    return agreements.lock(before.id());
  }

  private void write(long id, AgreementDraft draft, List<AgreementLayer> layers) {
    boolean limited = draft.area() != null && !draft.area().isNull();
    agreements.setArea(id, limited ? Optional.of(draft.area().toString()) : Optional.empty());
    agreements.setLayers(id, layers);
  }

  private static Map<String, Object> told(Agreement.Sides sides, List<AgreementLayer> layers) {
    return Map.of(
        "agency", sides.agency(),
        "with",
            sides
                .withAgency()
                .map(id -> "agency:" + id)
                .orElseGet(() -> "partner:" + sides.withPartner().orElseThrow()),
        "given", names(layers, AgreementLayer.Direction.GIVEN),
        "received", names(layers, AgreementLayer.Direction.RECEIVED));
  }

  private static List<String> names(
      List<AgreementLayer> layers, AgreementLayer.Direction direction) {
    return layers.stream()
        .filter(each -> each.direction() == direction)
        .map(each -> each.layer().orElse(each.title()))
        .toList();
  }

  private Agreement.Sides checked(AgreementDraft draft, Caller caller) {
    Agreement.Sides wanted = draft.sides();
    requireAuthor(wanted.agency(), caller);
    if (!sides.isThere(Optional.of(wanted.agency()), Optional.empty())) {
      throw RequestException.invalid("agency", wanted.agency(), "the id of an agency");
    }
    if (!sides.isThere(wanted.withAgency(), wanted.withPartner())) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "with_agency",
          new LocalText("沒有這個機關或合作單位", "there is no such agency or partner"));
    }
    return wanted;
  }

  private static void requireAuthor(String agency, Caller caller) {
    boolean owner = caller.has(Role.OWNER) && caller.agency().filter(agency::equals).isPresent();
    if (!isOfficer(caller) && !owner) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText(
              "協議由核發承辦或該機關圖資管理者擬訂",
              "agreements are drafted by officers and by data owners of the agency"));
    }
  }

  /** With the titles of the layers that are here. */
  private List<AgreementLayer> named(List<AgreementLayer> items, Agreement.Sides of) {
    return items.stream()
        .map(
            each ->
                each.layer().isEmpty()
                    ? each
                    : new AgreementLayer(
                        each.direction(),
                        each.layer(),
                        layer(each.layer().get(), of.taker(each.direction())).title().zh(),
                        each.rights(),
                        each.charged(),
                        each.value(),
                        each.valueNote()))
        .toList();
  }

  private Layer layer(String name, Grantee taker) {
    Layer layer =
        catalogs
            .whole()
            .findLayer(name)
            .orElseThrow(() -> RequestException.unknownLayer("layers", name));
    if (taker.equals(new Grantee.OfAgency(layer.agency()))) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "layers",
          new LocalText(
              "圖層 %s 本屬該機關，不能再提供給它".formatted(name),
              "layer %s belongs to the agency that would get it".formatted(name)));
    }
    return layer;
  }

  private static void requireOfficer(Caller caller) {
    if (!isOfficer(caller)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText("協議由核發承辦簽署或終止", "agreements are signed and ended by officers"));
    }
  }

  /**
   * Prices are found before the transaction: it may take a while to count large layers.
   *
   * @return keys that were made; none if it was signed before
   */
  List<AgreementKeys.Issued> sign(String number, Caller caller) {
    Agreement agreement = get(number, caller);
    requireOfficer(caller);
    List<AgreementLayer> priced =
        agreement.state() == AgreementState.DRAFT
            ? agreement.layers().stream().map(each -> priced(each, agreement)).toList()
            : agreement.layers();
    List<AgreementKeys.Issued> issued = moves.sign(agreement, priced, caller.user().orElseThrow());
    catalogs.refresh();
    return issued;
  }

  private AgreementLayer priced(AgreementLayer layer, Agreement agreement) {
    if (layer.layer().isEmpty()) {
      return layer;
    }
    FullPrices.Price price =
        prices.of(
            layer.layer().get(),
            agreement.terms().area(),
            LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE));
    return layer.worth(price.total(), price.note());
  }

  void end(String number, String reason, Caller caller) {
    Agreement agreement = get(number, caller);
    requireOfficer(caller);
    if (reason.isBlank()) {
      throw RequestException.missing("reason");
    }
    moves.end(agreement.id(), reason.strip(), caller.user().orElseThrow());
    catalogs.refresh();
  }

  /** What the calendar does: begin, warn, end. */
  void keepUp() {
    each(agreements.listSigned(), moves::advance);
    giveAgain();
  }

  /** Gives again what went with layers that were replaced. */
  void giveAgain() {
    each(agreements.listBare(), moves::giveAgain);
  }

  /** One that fails does not keep the others from it. */
  private static void each(List<Long> ids, LongConsumer move) {
    for (long id : ids) {
      try {
        move.accept(id);
      } catch (RuntimeException e) {
        LOG.error("Agreement {} cannot be kept up", id, e);
      }
    }
  }
}
