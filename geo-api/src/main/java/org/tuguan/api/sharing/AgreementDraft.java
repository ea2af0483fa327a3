package org.tuguan.api.sharing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import tools.jackson.databind.JsonNode;

/**
 * An agreement as somebody writes it.
 *
 * @param withAgency id of the other side, or {@code withPartner}
 * @param area GeoJSON, a polygon or several, in degrees, longitude first; null for everywhere
 * @param from first day, in Asia/Taipei
 * @param until last day
 * @param perMinute most requests of each key; null for the usual
 * @param changed of the text that this is written over; null for a new one
 */
record AgreementDraft(
    String agency,
    String withAgency,
    Long withPartner,
    String purpose,
    String legalGround,
    String approval,
    JsonNode area,
    String areaName,
    LocalDate from,
    LocalDate until,
    Integer perMinute,
    Long perMonth,
    List<Item> layers,
    Instant changed) {
  private static final int LONGEST = 2_000;
  private static final int MOST_LAYERS = 200;
  private static final Set<Right> ALLOWED = EnumSet.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD);

  /**
   * @param direction GIVEN by the agency, or RECEIVED from the other side
   * @param layer name; null for data that are not here, which need a title
   * @param rights VIEW, QUERY, DOWNLOAD; null for all
   */
  record Item(
      String direction,
      String layer,
      String title,
      List<String> rights,
      BigDecimal chargedTwd,
      BigDecimal valueTwd,
      String valueNote) {}

  /** The terms without their area, which the database reads. */
  Agreement.Terms terms() {
    if (from == null) {
      throw RequestException.missing("from");
    }
    if (until == null) {
      throw RequestException.missing("until");
    }
    if (until.isBefore(from)) {
      throw RequestException.invalid("until", until.toString(), "is before from");
    }
    if ((perMinute != null && perMinute < 1) || (perMonth != null && perMonth < 1)) {
      throw RequestException.invalid("per_minute", "0", "quotas are above zero, or left out");
    }
    return new Agreement.Terms(
        needed("purpose", purpose),
        needed("legal_ground", legalGround),
        text("approval", approval),
        Optional.empty(),
        text("area_name", areaName),
        from,
        until,
        Optional.ofNullable(perMinute),
        Optional.ofNullable(perMonth));
  }

  Agreement.Sides sides() {
    String one = needed("agency", agency);
    if ((withAgency == null) == (withPartner == null)) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "with_agency",
          new LocalText(
              "請指定另一方：機關或合作單位，擇一",
              "name the other side: with_agency or with_partner, one of them"));
    }
    if (one.equals(withAgency)) {
      throw RequestException.invalid("with_agency", withAgency, "another agency than agency");
    }
    return new Agreement.Sides(
        one, Optional.ofNullable(withAgency), Optional.ofNullable(withPartner));
  }

  List<AgreementLayer> items() {
    List<Item> given = Objects.requireNonNullElse(layers, List.of());
    if (given.isEmpty() || given.size() > MOST_LAYERS) {
      throw RequestException.invalid(
          "layers", Integer.toString(given.size()), "1 to " + MOST_LAYERS + " layers");
    }
    List<AgreementLayer> items = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Item each : given) {
      AgreementLayer item = item(each);
      if (item.layer().isPresent()
          && !seen.add(List.of(item.direction().name(), item.layer().get()))) {
        throw RequestException.invalid("layers", item.layer().get(), "is there twice");
      }
      items.add(item);
    }
    return items;
  }

  private static AgreementLayer item(Item item) {
    AgreementLayer.Direction direction =
        Arrays.stream(AgreementLayer.Direction.values())
            .filter(each -> each.name().equals(item.direction()))
            .findFirst()
            .orElseThrow(
                () ->
                    RequestException.invalid(
                        "layers.direction",
                        String.valueOf(item.direction()),
                        "allowed are GIVEN and RECEIVED"));
    Optional<String> layer = Optional.ofNullable(item.layer()).filter(name -> !name.isBlank());
    if (layer.isEmpty() && direction == AgreementLayer.Direction.GIVEN) {
      throw RequestException.missing("layers.layer");
    }
    String title = text("layers.title", item.title());
    if (layer.isEmpty() && title.isEmpty()) {
      throw RequestException.missing("layers.title");
    }
    return new AgreementLayer(
        direction,
        layer,
        title,
        rights(item.rights()),
        money("layers.charged_twd", item.chargedTwd()).orElse(BigDecimal.ZERO),
        money("layers.value_twd", item.valueTwd()),
        text("layers.value_note", item.valueNote()));
  }

  private static Set<Right> rights(List<String> names) {
    if (names == null || names.isEmpty()) {
      return ALLOWED;
    }
    Set<Right> rights = EnumSet.of(Right.VIEW);
    for (String name : names) {
      rights.add(
          ALLOWED.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      RequestException.invalid(
                          "layers.rights", name, "allowed are VIEW, QUERY and DOWNLOAD")));
    }
    return rights;
  }

  private static Optional<BigDecimal> money(String name, BigDecimal amount) {
    if (amount == null) {
      return Optional.empty();
    }
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    if (!whole || amount.signum() < 0 || amount.precision() - amount.scale() > 12) {
      throw RequestException.invalid(name, amount.toPlainString(), "whole NT$, 0 or more");
    }
    return Optional.of(amount);
  }

  private static String needed(String name, String value) {
    String stripped = text(name, value);
    if (stripped.isEmpty()) {
      throw RequestException.missing(name);
    }
    return stripped;
  }

  private static String text(String name, String value) {
    String stripped = value == null ? "" : value.strip();
    if (stripped.length() > LONGEST) {
      throw RequestException.invalid(name, stripped, "at most " + LONGEST + " characters");
    }
    return stripped;
  }
}
