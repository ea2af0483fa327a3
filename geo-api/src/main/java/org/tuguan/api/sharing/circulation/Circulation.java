package org.tuguan.api.sharing.circulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.tuguan.api.people.AgencyEntry;
import org.tuguan.api.people.JdbcAgencies;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.AdoptionEvent;
import org.tuguan.core.sharing.AdoptionEvidence;
import org.tuguan.core.sharing.CirculationRate;

/** Puts figures into the words of the API. */
@Service
class Circulation {
  /** The first day on which the merged city has agencies. */
  static final LocalDate FIRST = LocalDate.of(2010, 12, 25);

  private final CirculationFigures figures;
  private final JdbcCirculation kept;
  private final JdbcNearAdoption near;
  private final JdbcAgencies agencies;

  Circulation(
      CirculationFigures figures,
      JdbcCirculation kept,
      JdbcNearAdoption near,
      JdbcAgencies agencies) {
    this.figures = figures;
    this.kept = kept;
    this.near = near;
    this.agencies = agencies;
  }

  LocalDate today() {
    return figures.today();
  }

  CirculationJson get(
      LocalDate on, Optional<Integer> rule, Optional<String> without, FigureReader reader) {
    requireKnown("on", on);
    Figure figure = figures.get(on, rule, reader);
    CirculationRate rate = figure.rate();
    Map<String, LocalText> names = names(on);
    without.ifPresent(agency -> requireAgency(rate, agency));
    Optional<CirculationTarget> target = target(on);
    return new CirculationJson(
        on,
        rate.adopters().size(),
        rate.agencies().size(),
        rate.rate().orElse(null),
        rate.rule(),
        figure.rule().words(),
        target.map(CirculationTarget::target).orElse(null),
        target.map(CirculationTarget::year).orElse(null),
        figure.published().map(Figure.Published::at).orElse(null),
        figure.published().map(Figure.Published::sha256).orElse(null),
        CirculationJson.named(names, rate, true),
        CirculationJson.named(names, rate, false),
        figure
            .published()
            .map(any -> CirculationJson.recount(rate, figures.recount(on, figure.rule()).rate()))
            .orElse(null),
        without.map(agency -> CirculationJson.without(rate, agency)).orElse(null));
  }

  private static void requireAgency(CirculationRate rate, String agency) {
    if (!rate.agencies().contains(agency)) {
      throw RequestException.invalid(
          "without", agency, "the id of a first-level agency of the day is expected");
    }
  }

  CirculationJson.Series series(
      LocalDate from,
      LocalDate to,
      CirculationStep step,
      Optional<Integer> rule,
      FigureReader reader) {
    requireKnown("from", from);
    List<LocalDate> days = step.days(from, to, today());
    List<Figure> counted = figures.list(days, rule, reader);
    TreeMap<Integer, CirculationTarget> targets = targets();
    return new CirculationJson.Series(
        from,
        to,
        step.code(),
        counted.stream().map(Figure::rule).distinct().map(CirculationJson.RuleJson::of).toList(),
        counted.stream()
            .map(each -> CirculationJson.point(each, target(targets, each.rate().on())))
            .toList());
  }

  private void requireKnown(String parameter, LocalDate day) {
    if (day.isAfter(today()) || day.isBefore(FIRST)) {
      throw RequestException.invalid(
          parameter, day.toString(), "a day from %s until today, %s".formatted(FIRST, today()));
    }
  }

  Optional<CirculationTarget> target(LocalDate on) {
    return target(targets(), on);
  }

  private static Optional<CirculationTarget> target(
      TreeMap<Integer, CirculationTarget> targets, LocalDate on) {
    return Optional.ofNullable(targets.floorEntry(on.getYear())).map(Map.Entry::getValue);
  }

  private TreeMap<Integer, CirculationTarget> targets() {
    TreeMap<Integer, CirculationTarget> targets = new TreeMap<>();
    kept.listTargets().forEach(each -> targets.put(each.year(), each));
    return targets;
  }

  /** In the order of the city's agencies, by the names of the day. */
  private Map<String, LocalText> names(LocalDate on) {
    Map<String, LocalText> names = new LinkedHashMap<>();
    for (AgencyEntry each : agencies.list()) {
      names.put(each.id(), each.nameOn(on));
    }
    return names;
  }

  /** What the evidence of an agency is made of, event by event. */
  AgencyDetail agency(String id, LocalDate on, Optional<Integer> rule, FigureReader reader) {
    requireKnown("on", on);
    Figure figure = figures.get(on, rule, reader);
    if (!figure.rate().agencies().contains(id)) {
      throw new RequestException(
          Fault.NOT_FOUND,
          "id",
          new LocalText("當日沒有這個一級機關", "there was no such first-level agency on the day"));
    }
    List<AgencyDetail.Event> events = new ArrayList<>();
    for (AdoptionEvent each : kept.listEvents(figure.rule().since(on), on)) {
      boolean counts =
          each.term().map(term -> term.includes(on) && term.includes(each.day())).orElse(true);
      if (each.agency().equals(id)) {
        events.add(
            new AgencyDetail.Event(
                each.day(), each.layer(), each.reference(), each.uses(), counts));
      }
    }
    List<AdoptionEvidence> evidence =
        figure.rate().evidence().stream().filter(each -> each.agency().equals(id)).toList();
    return new AgencyDetail(
        id, names(on).get(id), on, figure.rate().adopters().contains(id), evidence, events);
  }

  /**
   * @param evidence what the figure was counted from
   * @param events as they are known today, late ones too
   */
  record AgencyDetail(
      String id,
      LocalText name,
      LocalDate on,
      boolean adopted,
      List<AdoptionEvidence> evidence,
      List<Event> events) {
    /**
     * @param counts false if its agreement was not in force then, or on the day of the figure
     */
    record Event(LocalDate day, String layer, String reference, long uses, boolean counts) {}
  }

  /**
   * @param text what is missing
   */
  record NearJson(
      String id,
      LocalText name,
      NearAdoption.Step step,
      LocalText text,
      String reference,
      List<NearAdoption.Looked> looksAt) {}

  /** Today's. */
  List<NearJson> listNear() {
    LocalDate on = today();
    Figure figure = figures.get(on, Optional.empty(), FigureReader.ONLOOKER);
    Map<String, LocalText> names = names(on);
    List<String> others =
        figure.rate().agencies().stream()
            .filter(each -> !figure.rate().adopters().contains(each))
            .toList();
    return near.list(others, figure.rule().since(on), on).stream()
        .map(
            each ->
                new NearJson(
                    each.agency(),
                    names.get(each.agency()),
                    each.step(),
                    each.step().text(),
                    each.reference(),
                    each.looksAt()))
        .toList();
  }
}
