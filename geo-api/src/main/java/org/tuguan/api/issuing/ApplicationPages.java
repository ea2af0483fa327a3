package org.tuguan.api.issuing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.security.Callers;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what a party sees of an application. */
@Component
class ApplicationPages {
  private final JdbcReview review;
  private final JdbcQuotes quotes;
  private final JdbcDocuments documents;
  private final CatalogStore catalogs;
  private final Extracts extracts;
  private final SheetGrids grids;
  private final FeeStandardStore store;

  ApplicationPages(
      JdbcReview review,
      JdbcQuotes quotes,
      JdbcDocuments documents,
      CatalogStore catalogs,
      Extracts extracts,
      SheetGrids grids,
      FeeStandardStore store) {
    this.review = review;
    this.quotes = quotes;
    this.documents = documents;
    this.catalogs = catalogs;
    this.extracts = extracts;
    this.grids = grids;
    this.store = store;
  }

  ApplicationJson page(Seen.One one) {
    Application application = one.application();
    KeptQuote quote = quotes.find(application.quote()).orElseThrow().quote();
    Map<String, QuotedLayer> quoted =
        quote.wanted().layers().stream()
            .collect(Collectors.toMap(QuotedLayer::layer, Function.identity()));
    boolean staff = one.is(Party.OFFICER) || one.is(Party.CASHIER) || one.is(Party.OWNER);
    boolean review = application.state() == ApplicationState.UNDER_REVIEW;
    boolean officer = review && one.is(Party.OFFICER);
    return new ApplicationJson(
        summaries(List.of(application)).get(0),
        one.parties().stream().sorted().toList(),
        moves(one),
        officer ? actions(application, quote) : List.of(),
        officer
            ? ApprovalNeeds.list(application, one.layers()).stream()
                .map(ApprovalNeeds.Need::text)
                .toList()
            : List.of(),
        one.layers().stream()
            .map(
                each ->
                    ApplicationJson.LayerJson.of(
                        each,
                        quoted.get(each.layer()),
                        review && Reviewing.mayDecide(one, each, Callers.current())))
            .toList(),
        documents.list(application.id()).stream().map(ApplicationJson.DocumentJson::of).toList(),
        this.review.listEvents(application.id()).stream()
            .map(event -> ApplicationJson.EventJson.of(event, staff))
            .toList(),
        quote.wanted().formats(),
        quote.wanted().crs(),
        this.review.grounds(application.id()),
        quote.answer());
  }

  /** However many there are, with two questions to the database. */
  List<ApplicationJson.Summary> summaries(List<Application> applications) {
    List<Long> ids = applications.stream().map(Application::id).toList();
    Map<Long, JdbcReview.Beside> beside = review.beside(ids);
    Map<Long, List<ApplicationJson.LayerSaid>> said = review.said(ids);
    Set<String> madeUp =
        store.standards().list().stream()
            .filter(each -> each.manner().demonstration())
            .map(each -> each.edition().id())
            .collect(Collectors.toSet());
    return applications.stream()
        .map(
            each ->
                ApplicationJson.Summary.of(
                    each,
                    beside.get(each.id()).name(),
                    beside.get(each.id()).standard().filter(madeUp::contains).isPresent(),
                    said.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static List<ApplicationJson.Action> actions(Application application, KeptQuote quote) {
    return Reviewing.isPricedByHand(application, quote)
        ? List.of(ApplicationJson.Action.SET_PRICE, ApplicationJson.Action.STATE_EVIDENCE)
        : List.of(ApplicationJson.Action.STATE_EVIDENCE);
  }

  /** A feature collection. */
  ObjectNode sheets(Seen.One one) {
    ObjectNode all = JsonMapper.shared().createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = all.putArray("features");
    for (QuotedLayer layer : quotes.listLayers(one.application().quote())) {
      for (String number : layer.sheets()) {
        grids
            .find(number)
            .ifPresent(
                sheet -> {
                  ObjectNode feature = features.addObject().put("type", "Feature");
                  feature.putObject("properties").put("sheet", number).put("layer", layer.layer());
                  feature.set("geometry", GeoJsonPolygons.json(sheet.frame()));
                });
      }
    }
    return all;
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
