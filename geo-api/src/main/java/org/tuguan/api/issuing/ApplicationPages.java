package org.tuguan.api.issuing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;

/** Puts together what a party sees of an application. */
@Component
class ApplicationPages {
  private final JdbcReview review;
  private final JdbcQuotes quotes;
  private final JdbcDocuments documents;
  private final CatalogStore catalogs;
  private final Extracts extracts;

  ApplicationPages(
      JdbcReview review,
      JdbcQuotes quotes,
      JdbcDocuments documents,
      CatalogStore catalogs,
      Extracts extracts) {
    this.review = review;
    this.quotes = quotes;
    this.documents = documents;
    this.catalogs = catalogs;
    this.extracts = extracts;
  }

  ApplicationJson page(Seen.One one) {
    Application application = one.application();
    KeptQuote quote = quotes.find(application.quote()).orElseThrow().quote();
    Map<String, QuotedLayer> quoted =
        quote.wanted().layers().stream()
            .collect(Collectors.toMap(QuotedLayer::layer, Function.identity()));
    boolean staff = one.is(Party.OFFICER) || one.is(Party.CASHIER);
    return new ApplicationJson(
        summaries(List.of(application)).get(0),
        one.parties().stream().sorted().toList(),
        moves(one),
        one.layers().stream()
            .map(each -> ApplicationJson.LayerJson.of(each, quoted.get(each.layer())))
            .toList(),
        documents.list(application.id()).stream().map(ApplicationJson.DocumentJson::of).toList(),
        review.listEvents(application.id()).stream()
            .map(event -> ApplicationJson.EventJson.of(event, staff))
            .toList(),
        quote.wanted().formats(),
        quote.wanted().crs(),
        review.grounds(application.id()),
        quote.answer());
  }

  List<ApplicationJson.Summary> summaries(List<Application> applications) {
    Map<Long, String> names = review.names(applications.stream().map(Application::id).toList());
    return applications.stream()
        .map(each -> ApplicationJson.Summary.of(each, names.getOrDefault(each.id(), "")))
        .toList();
  }

  private static List<ApplicationState> moves(Seen.One one) {
    ApplicationState from = one.application().state();
    return from.moves().keySet().stream()
        .filter(Applications.BY_HAND::contains)
        .filter(to -> one.parties().stream().anyMatch(party -> from.mayMove(to, party)))
        .sorted()
        .toList();
  }

  /**
   * A layer then and now.
   *
   * @param there false if the layer is gone
   */
  record Drift(String layer, boolean there, boolean changed, long featuresThen, long featuresNow) {}

  /** Whether the data are still those that were priced. */
  List<Drift> drift(Seen.One one) {
    return quotes.listLayers(one.application().quote()).stream().map(this::drift).toList();
  }

  private Drift drift(QuotedLayer then) {
    Optional<Layer> layer = catalogs.whole().findLayer(then.layer());
    if (layer.isEmpty()) {
      return new Drift(then.layer(), false, true, then.features(), 0);
    }
    JdbcLayerExtracts.Extract now = extracts.extract(layer.get(), then.area());
    return new Drift(
        then.layer(), true, !now.hash().equals(then.hash()), then.features(), now.features());
  }
}
