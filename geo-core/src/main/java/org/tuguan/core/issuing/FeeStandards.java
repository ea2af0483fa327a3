package org.tuguan.core.issuing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * The fee standards that are known, in all their versions. Immutable and safe for any thread; equal
 * requests get equal quotes.
 */
public final class FeeStandards {
  private static final String FOLDER = "/tuguan/fees/";

  private final List<FeeStandard> standards;
  private final List<ChargedArea> areas;
  private final Vocabulary vocabulary;

  public FeeStandards(List<FeeStandard> standards, List<ChargedArea> areas, Vocabulary vocabulary) {
    this.standards =
        standards.stream()
            .sorted(
                Comparator.comparing((FeeStandard each) -> each.edition().id())
                    .thenComparing(each -> each.edition().from().orElse(LocalDate.MIN)))
            .toList();
    this.areas = List.copyOf(areas);
    this.vocabulary = vocabulary;
    for (FeeStandard each : standards) {
      each.manner().area().ifPresent(territory -> getArea(territory.area()));
    }
  }

  /** Those in data/fees, from the class path. */
  public static FeeStandards shipped() {
    JsonNode index = JsonNode.read(resource("index.json"));
    index.only("standards", "areas", "vocabulary");
    return new FeeStandards(
        index.texts("standards").stream()
            .map(FeeStandards::resource)
            .map(FeeStandard::read)
            .toList(),
        index.texts("areas").stream()
            .map(FeeStandards::resource)
            .map(JsonNode::read)
            .map(ChargedArea::read)
            .toList(),
        Vocabulary.read(resource(index.get("vocabulary").text())));
  }

  private static String resource(String name) {
    try (InputStream in = FeeStandards.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no " + FOLDER + name + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All versions, by id and then by date. */
  public List<FeeStandard> list() {
    return standards;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** With one more version; a version that is there already is never replaced. */
  public FeeStandards with(FeeStandard added) {
    boolean there =
        standards.stream()
            .map(FeeStandard::edition)
            .anyMatch(
                each ->
                    each.id().equals(added.edition().id())
                        && (each.version().equals(added.edition().version())
                            || each.from().equals(added.edition().from())));
    if (there) {
      throw new RequestException(
          Fault.CONFLICT,
          "version",
          new LocalText(
              "此版本已存在，不得修改；請以新版本發布",
              "this version is there already and is never changed; publish a new one"));
    }
    List<FeeStandard> more = new ArrayList<>(standards);
    more.add(added);
    return new FeeStandards(more, areas, vocabulary);
  }

  /** The version in force on a day; empty if there is none. */
  public Optional<FeeStandard> findInForce(String schedule, LocalDate day) {
    return versions(schedule).stream()
        .filter(each -> each.edition().inForceOn(day))
        .max(Comparator.comparing(each -> each.edition().from().orElse(LocalDate.MIN)));
  }

  /** The price of a request under the version in force on its application date. */
  public Quote price(QuoteRequest request) {
    List<FeeStandard> versions = versions(request.schedule());
    if (request.items().isEmpty()) {
      throw RequestException.missing("items");
    }
    List<LocalText> warnings = new ArrayList<>();
    Optional<FeeStandard> standard =
        request.applicationDate().isPresent()
            ? findInForce(request.schedule(), request.applicationDate().get())
            : Optional.of(latest(versions, warnings));
    return standard
        .map(each -> new Pricing(each, area(each), vocabulary, request).quote(warnings))
        .orElseGet(() -> none(versions, request));
  }

  /**
   * What a request would cost less with a smaller quantity of one item, for example without a sheet
   * that is hardly touched; empty if either has no price.
   *
   * @param item position, from 0
   * @param fewer units taken off
   */
  public Optional<BigDecimal> findSaving(QuoteRequest request, int item, BigDecimal fewer) {
    QuoteItem all = request.items().get(item);
    String quantity = all.facts().getOrDefault("quantity", "0");
    BigDecimal left = QuoteItem.number("quantity", quantity).subtract(fewer);
    if (left.signum() <= 0) {
      return Optional.empty();
    }
    List<QuoteItem> items = new ArrayList<>(request.items());
    items.set(item, all.with("quantity", left.toPlainString()));
    QuoteRequest less =
        new QuoteRequest(
            request.schedule(),
            request.applicationDate(),
            request.applicant(),
            request.purpose(),
            items,
            request.extras());
    Optional<BigDecimal> reduced = price(less).total();
    return price(request).total().flatMap(whole -> reduced.map(whole::subtract));
  }

  /** The price under one version, whatever is in force: what a quote was given under it. */
  public Quote priceUnder(FeeStandard standard, QuoteRequest request) {
    return new Pricing(standard, area(standard), vocabulary, request).quote(List.of());
  }

  /** A version by the name that quotes give it. */
  public Optional<FeeStandard> findVersion(String id, String version) {
    return standards.stream()
        .filter(each -> each.edition().id().equals(id) && each.edition().version().equals(version))
        .findFirst();
  }

  private static FeeStandard latest(List<FeeStandard> versions, List<LocalText> warnings) {
    FeeStandard last = versions.get(versions.size() - 1);
    if (last.edition().from().isPresent()) {
      warnings.add(
          new LocalText(
              "未給申請日，採最新版本 " + last.edition().version(),
              "no application date was given; the newest version is used, "
                  + last.edition().version()));
    }
    return last;
  }

  private Optional<ChargedArea> area(FeeStandard standard) {
    return standard.manner().area().map(territory -> getArea(territory.area()));
  }

  /** An area that a standard may refer to. */
  public ChargedArea getArea(String id) {
    return areas.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "territory.area",
                    id,
                    "allowed are "
                        + String.join(", ", areas.stream().map(ChargedArea::id).toList())));
  }

  private List<FeeStandard> versions(String schedule) {
    String asked = schedule.strip();
    List<FeeStandard> found =
        standards.stream()
            .filter(
                each ->
                    each.edition().id().equals(asked)
                        || each.edition().aliases().contains(asked)
                        || each.name().zh().equals(asked))
            .toList();
    if (found.isEmpty()) {
      Set<String> ids = new LinkedHashSet<>();
      standards.forEach(each -> ids.add(each.edition().id()));
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "schedule",
          new LocalText(
              "沒有收費標準 %s；可用：%s".formatted(RequestException.quote(schedule), String.join(", ", ids)),
              "there is no fee standard %s; allowed are %s"
                  .formatted(RequestException.quote(schedule), String.join(", ", ids))));
    }
    return found;
  }

  private static Quote none(List<FeeStandard> versions, QuoteRequest request) {
    LocalDate day = request.applicationDate().orElseThrow();
    FeeStandard any = versions.get(0);
    LocalText reason =
        new LocalText(
            "%s 於 %s 無有效版本".formatted(any.name().zh(), day),
            "no version of %s was in force on %s".formatted(any.name().en(), day));
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < request.items().size(); i++) {
      String product = request.items().get(i).product();
      decisions.add(Decision.of(i, product, Outcome.NOT_APPLICABLE, "version", "", reason));
    }
    return new Quote(
        Outcome.NOT_APPLICABLE,
        Optional.empty(),
        new Quote.Basis(any.edition().id(), Optional.empty(), request.applicationDate()),
        List.of(),
        decisions,
        List.of(reason));
  }
}
