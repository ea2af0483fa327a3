package org.tuguan.api.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.JdbcSerialNumbers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.sharing.AgreementState;

/**
 * Writes agreements until they are signed: officers and administrators all of them, data owners
 * those of their own agency.
 */
@Service
class AgreementDrafts {
  private static final String SERIES = "S";

  private final JdbcAgreements agreements;
  private final JdbcSides sides;
  private final JdbcSerialNumbers numbers;
  private final AgreementSteps steps;
  private final AgreementRights rights;
  private final CatalogStore catalogs;

  AgreementDrafts(
      JdbcAgreements agreements,
      JdbcSides sides,
      JdbcSerialNumbers numbers,
      AgreementSteps steps,
      AgreementRights rights,
      CatalogStore catalogs) {
    this.agreements = agreements;
    this.sides = sides;
    this.numbers = numbers;
    this.steps = steps;
    this.rights = rights;
    this.catalogs = catalogs;
  }

  @Transactional
  public Agreement draft(AgreementDraft draft, Caller caller) {
    Agreement.Sides wanted = checked(draft, caller);
    List<AgreementLayer> layers = named(draft.items(), wanted);
    String by = caller.user().orElseThrow();
    long id = agreements.insert(numbers.next(SERIES), wanted, draft.terms(), steps.now(), by);
    Agreement written = write(id, draft, layers);
    steps.drafted(written, by, told(wanted, layers));
    return written;
  }

  /**
   * Only as long as it is a draft, and as the caller saw it.
   *
   * @param known as the caller sees it
   */
  @Transactional
  public Agreement change(Agreement known, AgreementDraft draft, Caller caller) {
    Agreement before = agreements.lock(known.id());
    requireAuthor(before.sides().agency(), caller);
    if (before.state() != AgreementState.DRAFT) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "已簽署的協議不能修改，請另訂新協議", "what is signed is not changed; make another agreement"));
    }
    AgreementSteps.requireSeen(before, draft.changed());
    Agreement.Sides wanted = checked(draft, caller);
    List<AgreementLayer> layers = named(draft.items(), wanted);
    agreements.change(before.id(), wanted, draft.terms(), steps.now());
    Agreement written = write(before.id(), draft, layers);
    steps.changed(written, told(wanted, layers));
    return written;
  }

  private Agreement write(long id, AgreementDraft draft, List<AgreementLayer> layers) {
    boolean limited = draft.area() != null && !draft.area().isNull();
    agreements.setArea(id, limited ? Optional.of(draft.area().toString()) : Optional.empty());
    agreements.setLayers(id, layers);
    Agreement written = agreements.lock(id);
    rights.requireTheirs(written, steps.today(), Fault.INVALID_PARAMETER);
    return written;
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
    if (!Agreements.isOfficer(caller) && !owner) {
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
}
