package org.tuguan.api.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Caller;

/** Puts agreements into the words of the API. */
@Component
class AgreementPages {
  private final JdbcAgreements agreements;
  private final AgreementDocuments documents;
  private final JdbcBalance balances;
  private final JdbcSides sides;
  private final Clock clock;

  AgreementPages(
      JdbcAgreements agreements,
      AgreementDocuments documents,
      JdbcBalance balances,
      JdbcSides sides,
      Clock clock) {
    this.agreements = agreements;
    this.documents = documents;
    this.balances = balances;
    this.sides = sides;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }

  List<AgreementJson.Summary> list(List<Agreement> some) {
    Map<String, LocalText> names = sides.names();
    return some.stream().map(each -> AgreementJson.Summary.of(each, names)).toList();
  }

  AgreementJson page(Agreement agreement, List<AgreementKeys.Issued> issued, Caller caller) {
    List<AgreementJson.LayerJson> layers = layers(agreement);
    boolean officer = Agreements.isOfficer(caller);
    return new AgreementJson(
        AgreementJson.Summary.of(agreement, sides.names()),
        agreement.terms().purpose(),
        agreement.terms().legalGround(),
        agreement.terms().approval(),
        AgreementJson.box(agreement),
        AgreementJson.area(agreement, caller),
        agreement.terms().areaName(),
        agreement.terms().perMinute().orElse(null),
        agreement.terms().perMonth().orElse(null),
        layers,
        AgreementJson.BalanceJson.of(layers),
        agreements.listEvents(agreement.id()).stream()
            .map(each -> AgreementJson.EventJson.of(each, officer))
            .toList(),
        documents.list(agreement),
        AgreementJson.moves(agreement, caller),
        AgreementJson.mayChange(agreement, caller),
        issued.stream().map(AgreementJson.KeyJson::of).toList());
  }

  private List<AgreementJson.LayerJson> layers(Agreement agreement) {
    Map<List<String>, JdbcBalance.Use> uses = balances.uses(agreement.id(), today());
    Map<String, LocalText> titles = balances.titles();
    return agreement.layers().stream()
        .map(
            each ->
                AgreementJson.layer(
                    each,
                    uses.getOrDefault(
                        List.of(each.direction().name(), each.layer().orElse("")),
                        JdbcBalance.Use.NONE),
                    JdbcBalance.title(each, titles)))
        .toList();
  }
}
