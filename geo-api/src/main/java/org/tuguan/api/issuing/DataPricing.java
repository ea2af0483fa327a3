package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.issuing.Quote;
import org.tuguan.core.issuing.QuoteRequest;
import org.tuguan.core.issuing.sheet.SliverHint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns what is wanted of layers into a request under a fee standard, and prices it. */
@Component
class DataPricing {
  /** Into a sheet by less than this is worth a hint, in metres. */
  private static final double SLIVER = 20;

  private static final int MOST_HINTS = 10;
  private static final int DECIMALS = 6;
  private static final Set<String> MAY_CONTRACT =
      Set.of("company", "natural_person", "academic_unit", "academic_researcher");

  private final FeeStandardStore store;
  private final CatalogStore catalogs;
  private final Extracts extracts;
  private final Products products;
  private final SheetGrids grids;
  private final JdbcQuotes quotes;
  private final ExtensionRegistry extensions;
  private final IssuingProperties properties;
  private final String usual;

  DataPricing(
      FeeStandardStore store,
      CatalogStore catalogs,
      Extracts extracts,
      Products products,
      SheetGrids grids,
      JdbcQuotes quotes,
      ExtensionRegistry extensions,
      IssuingProperties properties,
      TuguanProperties tuguan) {
    this.store = store;
    this.catalogs = catalogs;
    this.extracts = extracts;
    this.products = products;
    this.grids = grids;
    this.quotes = quotes;
    this.extensions = extensions;
    this.properties = properties;
    this.usual =
        !properties.standard().isEmpty()
            ? properties.standard()
            : tuguan.demo() ? "taichung-geoinfo-demo" : "taichung-geoinfo";
  }

  /** The id of the standard of requests that name none. */
  String usual() {
    return usual;
  }

  /**
   * One layer of a request with what it is charged as.
   *
   * @param earlier what the applicant was delivered of it before
   */
  private record Part(
      QuotedLayer layer,
      Products.Charged charged,
      String series,
      List<JdbcQuotes.Delivered> earlier) {
    BigDecimal quantity() {
      return charged.quantity(layer.sheets().size(), layer.features(), layer.km2(), layer.bytes());
    }

    /** Whether a sheet was delivered before. */
    boolean had(String sheet) {
      return earlier.stream()
          .anyMatch(each -> each.area().isEmpty() || each.sheets().contains(sheet));
    }
  }

  /**
   * @param day of application, in Taipei
   */
  PricedRequest price(DataRequest wanted, Asker asker, LocalDate day) {
    requireFormats(wanted.formats());
    FeeStandards standards = store.standards();
    String schedule = wanted.standard().orElse(usual);
    Optional<FeeStandard> standard = standards.findInForce(schedule, day);
    List<LocalText> warnings = new ArrayList<>();
    ObjectNode request = JsonMapper.shared().createObjectNode();
    Asker named = asker;
    if (wanted.contract().isPresent() && MAY_CONTRACT.contains(asker.kind())) {
      named = asker.as("city_contractor");
    }
    request.put("schedule", schedule);
    request.put("application_date", day.toString());
    ObjectNode applicant = request.putObject("applicant").put("class", named.kind());
    if (!named.name().isBlank()) {
      applicant.put("name", named.name());
    }
    if (!wanted.purpose().isBlank()) {
      request.put("purpose", wanted.purpose());
    }
    List<Part> parts = new ArrayList<>();
    for (String name : wanted.layers()) {
      Layer layer = layer(name);
      if (layer.table().isEmpty()) {
        warnings.add(
            new LocalText(
                "圖層 %s 為網格，以 GeoTIFF 及其原坐標系統交付".formatted(name),
                "the layer %s is a grid: it is delivered as GeoTIFF in its own system"
                    .formatted(name)));
      }
      Part part = part(layer, wanted, standard, named);
      parts.add(part);
      item(request.withArray("items").addObject(), part, layer, wanted);
    }
    requireRoom(parts, Math.max(1, wanted.formats().size()), warnings);
    if (wanted.reciprocity()) {
      request.put("reciprocity", true);
    }
    wanted.contract().ifPresent(each -> contract(request, each, parts, day, warnings));
    String text = request.toString();
    Quote quote = standards.price(QuoteRequest.read(text));
    List<QuotedLayer> layers = parts.stream().map(Part::layer).toList();
    return new PricedRequest(
        named,
        wanted.purpose(),
        text,
        quote,
        new KeptQuote.Wanted(wanted.formats(), wanted.crs(), layers),
        warnings,
        hints(standards, request, quote, parts));
  }

  private void requireFormats(List<String> formats) {
    for (String format : formats) {
      if (extensions.find(FileFormat.class, format).isEmpty()) {
        List<String> known =
            extensions.list(FileFormat.class).stream().map(FileFormat::name).toList();
        throw RequestException.invalid(
            "formats", format, "allowed are " + String.join(", ", known));
      }
    }
  }

  /** What is advertised has a price even for those who may not see it. */
  private Layer layer(String name) {
    Catalog catalog = catalogs.catalog();
    return (catalog.findOffer(name).isPresent() ? catalogs.whole() : catalog)
        .getLayer("layers", name, Right.VIEW);
  }

  /** Said before anybody pays. */
  private void requireRoom(List<Part> parts, int formats, List<LocalText> warnings) {
    long bytes = parts.stream().mapToLong(part -> part.layer().bytes()).sum();
    if (bytes > properties.extract().toBytes()) {
      long megabytes = bytes >> 20;
      long most = properties.extract().toMegabytes();
      throw new RequestException(
          Fault.TOO_LARGE,
          "layers",
          new LocalText(
              "約 %,d MB，一件至多 %,d MB：請分區或分圖層申請".formatted(megabytes, most),
              "about %,d MB; one application takes %,d MB at most: ask for it area by area or layer by layer"
                  .formatted(megabytes, most)));
    }
    if (bytes * formats >= properties.large().toBytes()) {
      long megabytes = bytes * formats >> 20;
      warnings.add(
          new LocalText(
              "約 %,d MB，屬大量資料：製作時逐件排隊，需較長時間".formatted(megabytes),
              "about %,d MB are a large order: such packages are made one at a time, which takes longer"
                  .formatted(megabytes)));
    }
  }

  private Part part(Layer layer, DataRequest wanted, Optional<FeeStandard> standard, Asker asker) {
    Products.Charged charged =
        standard
            .map(each -> products.of(layer, each))
            .orElseGet(() -> new Products.Charged(layer.name(), "item"));
    String series = wanted.where().series().orElse(charged.series());
    QuotedLayer measured = extracts.measure(layer, wanted.where(), series, charged.bySheet());
    List<JdbcQuotes.Delivered> earlier =
        asker.account().isEmpty() ? List.of() : quotes.listDelivered(layer.name(), asker);
    return new Part(measured, charged, series, earlier);
  }

  private void item(ObjectNode item, Part part, Layer layer, DataRequest wanted) {
    BigDecimal quantity = part.quantity();
    item.put("product", part.charged().code());
    item.put("quantity", quantity);
    item.put("unit", part.charged().unit());
    item.set(
        "area", GeoJsonPolygons.json(part.layer().area().orElseGet(() -> Extracts.extent(layer))));
    wanted.use().ifPresent(use -> item.put("use", use));
    layer
        .provenance()
        .dataDate()
        .ifPresent(date -> item.put("produced_year", Integer.toString(date.getYear())));
    BigDecimal before = delivered(part, layer).min(quantity);
    if (before.signum() > 0) {
      item.put("previously_delivered", before);
    }
  }

  /** How much of it the applicant had before, in the unit that is charged. */
  private BigDecimal delivered(Part part, Layer layer) {
    List<JdbcQuotes.Delivered> earlier = part.earlier();
    if (earlier.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (earlier.stream().anyMatch(each -> each.area().isEmpty())) {
      return part.quantity();
    }
    if (part.charged().bySheet()) {
      return new BigDecimal(part.layer().sheets().stream().filter(part::had).count());
    }
    Geometry had =
        UnaryUnionOp.union(earlier.stream().map(each -> each.area().orElseThrow()).toList());
    Geometry asked = part.layer().area().orElseGet(() -> Extracts.extent(layer));
    Geometry both = Extracts.common(asked, had);
    if (both.isEmpty()) {
      return BigDecimal.ZERO;
    }
    JdbcLayerExtracts.Extract extract = extracts.extract(layer, Optional.of(both));
    return part.charged()
        .quantity(0, extract.features(), Extracts.km2(both), extract.bytes())
        .setScale(DECIMALS, RoundingMode.DOWN);
  }

  private static void contract(
      ObjectNode request,
      DataRequest.Contract contract,
      List<Part> parts,
      LocalDate day,
      List<LocalText> warnings) {
    boolean inTime = !day.isBefore(contract.from()) && !day.isAfter(contract.until());
    if (!inTime) {
      warnings.add(
          new LocalText(
              "申請日 %s 不在契約期間 %s 至 %s".formatted(day, contract.from(), contract.until()),
              "%s is not within the contract, %s to %s"
                  .formatted(day, contract.from(), contract.until())));
    }
    Optional<Boolean> inArea =
        contract
            .area()
            .map(
                area ->
                    parts.stream()
                        .allMatch(
                            part -> part.layer().area().map(area::covers).orElse(Boolean.FALSE)));
    if (inArea.isPresent() && !inArea.get()) {
      warnings.add(
          new LocalText("所需範圍超出契約範圍", "the area asked for reaches beyond that of the contract"));
    }
    if (!inTime || inArea.isPresent()) {
      request.put("within_contract", inTime && inArea.orElse(Boolean.TRUE));
    }
  }

  private List<PricedRequest.Hint> hints(
      FeeStandards standards, ObjectNode request, Quote quote, List<Part> parts) {
    List<PricedRequest.Hint> hints = new ArrayList<>();
    for (int i = 0; i < parts.size() && quote.total().isPresent(); i++) {
      Part part = parts.get(i);
      if (!part.charged().bySheet() || part.layer().area().isEmpty()) {
        continue;
      }
      Geometry area = part.layer().area().get();
      for (SliverHint sliver : grids.get(part.series()).listSlivers(area, SLIVER)) {
        ObjectNode less = without(request, i, part, sliver.sheet().number());
        BigDecimal total =
            standards.price(QuoteRequest.read(less.toString())).total().orElse(quote.total().get());
        BigDecimal saves = quote.total().get().subtract(total);
        if (saves.signum() > 0 && hints.size() < MOST_HINTS) {
          hints.add(hint(part, sliver, saves));
        }
      }
    }
    return hints;
  }

  /** The same request without one sheet of one layer. */
  private static ObjectNode without(ObjectNode request, int position, Part part, String sheet) {
    ObjectNode less = request.deepCopy();
    ObjectNode item = (ObjectNode) less.get("items").get(position);
    item.put("quantity", part.quantity().subtract(BigDecimal.ONE));
    if (item.has("previously_delivered") && part.had(sheet)) {
      item.put(
          "previously_delivered",
          item.get("previously_delivered").decimalValue().subtract(BigDecimal.ONE));
    }
    return less;
  }

  private static PricedRequest.Hint hint(Part part, SliverHint sliver, BigDecimal saves) {
    return new PricedRequest.Hint(
        part.layer().layer(), sliver.sheet().number(), sliver.depth(), sliver.area(), saves);
  }
}
