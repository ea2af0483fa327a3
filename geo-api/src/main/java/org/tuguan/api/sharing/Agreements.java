package org.tuguan.api.sharing;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.FullPrices;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.sharing.AgreementState;

/**
 * Shows agreements to those who have to do with them; officers and administrators sign and end
 * them. Who writes them: {@link AgreementDrafts}.
 */
@Service
class Agreements {
  private final JdbcAgreements agreements;
  private final AgreementMoves moves;
  private final AgreementRights rights;
  private final AgreementSteps steps;
  private final FullPrices prices;
  private final CatalogStore catalogs;

  Agreements(
      JdbcAgreements agreements,
      AgreementMoves moves,
      AgreementRights rights,
      AgreementSteps steps,
      FullPrices prices,
      CatalogStore catalogs) {
    this.agreements = agreements;
    this.moves = moves;
    this.rights = rights;
    this.steps = steps;
    this.prices = prices;
    this.catalogs = catalogs;
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
   * @param seen when the text had last changed that the caller signs; null if it is not said, which
   *     is well only if it was signed before
   * @return keys that were made; none if it was signed before
   */
  List<AgreementKeys.Issued> sign(String number, Instant seen, Caller caller) {
    Agreement agreement = get(number, caller);
    requireOfficer(caller);
    List<AgreementLayer> priced = agreement.layers();
    if (agreement.state() == AgreementState.DRAFT) {
      AgreementSteps.requireSeen(agreement, seen);
      rights.requireTheirs(agreement, steps.today(), Fault.CONFLICT);
      priced = agreement.layers().stream().map(each -> priced(each, agreement)).toList();
    }
    List<AgreementKeys.Issued> issued = moves.sign(agreement, priced, caller.user().orElseThrow());
    catalogs.refresh();
    return issued;
  }

  private AgreementLayer priced(AgreementLayer layer, Agreement agreement) {
    if (layer.layer().isEmpty()) {
      return layer;
    }
    FullPrices.Price price =
        prices.of(layer.layer().get(), agreement.terms().area(), steps.today());
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
}
