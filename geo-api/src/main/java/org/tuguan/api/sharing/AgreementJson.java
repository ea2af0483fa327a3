package org.tuguan.api.sharing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.api.issuing.GeoJsonPolygons;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.sharing.AgreementState;
import tools.jackson.databind.node.ObjectNode;

/**
 * An agreement on the wire.
 *
 * @param box around its area: west, south, east, north; null for everywhere
 * @param area GeoJSON, of drafts for those who may write them; else null
 * @param moves that the caller may make now: SIGNED, ENDED
 * @param mayChange true if the caller may write the draft
 * @param keys made by this very request, the only time that secrets are shown
 */
record AgreementJson(
    @JsonUnwrapped Summary summary,
    String purpose,
    String legalGround,
    String approval,
    List<Double> box,
    ObjectNode area,
    String areaName,
    Integer perMinute,
    Long perMonth,
    List<LayerJson> layers,
    BalanceJson balance,
    List<EventJson> timeline,
    List<DocumentJson> documents,
    List<AgreementState> moves,
    boolean mayChange,
    List<KeyJson> keys) {
  /**
   * One line of a list.
   *
   * @param firstDay in force; null before it was signed
   * @param lastDay null while it has not ended
   * @param changed to be sent back by whoever signs this very text or writes it anew
   */
  record Summary(
      String number,
      AgreementState state,
      LocalText stateTitle,
      SideJson agency,
      SideJson with,
      LocalDate from,
      LocalDate until,
      LocalDate firstDay,
      LocalDate lastDay,
      int given,
      int received,
      boolean demo,
      Instant created,
      Instant changed) {
    static Summary of(Agreement agreement, Map<String, LocalText> names) {
      Agreement.Sides sides = agreement.sides();
      return new Summary(
          agreement.number(),
          agreement.state(),
          agreement.state().title(),
          SideJson.of(Optional.of(sides.agency()), Optional.empty(), names),
          SideJson.of(sides.withAgency(), sides.withPartner(), names),
          agreement.terms().from(),
          agreement.terms().until(),
          agreement.force().first().orElse(null),
          agreement.force().last().orElse(null),
          agreement.listLayers(AgreementLayer.Direction.GIVEN).size(),
          agreement.listLayers(AgreementLayer.Direction.RECEIVED).size(),
          agreement.demo(),
          agreement.created(),
          agreement.changed());
    }
  }

  /**
   * @param valueTwd full price when it was signed, or what the sides say; null if there is none
   * @param forgoneTwd of what is given: full price less what is charged; null if there is no price
   */
  record LayerJson(
      AgreementLayer.Direction direction,
      String layer,
      LocalText title,
      List<Right> rights,
      BigDecimal chargedTwd,
      BigDecimal valueTwd,
      BigDecimal forgoneTwd,
      String valueNote,
      long uses,
      long count,
      long bytes) {}

  /**
   * What the two sides have of it.
   *
   * @param givenUses by the other side, of what the agency gives
   * @param receivedUses by the agency
   * @param forgoneTwd full prices less what was charged, of what is given
   * @param receivedTwd value of what is received
   * @param balanceTwd received less forgone
   * @param unpriced layers that have no price or value, and are in none of the sums
   */
  record BalanceJson(
      int given,
      int received,
      long givenUses,
      long receivedUses,
      BigDecimal forgoneTwd,
      BigDecimal receivedTwd,
      BigDecimal balanceTwd,
      long unpriced) {
    static BalanceJson of(List<LayerJson> layers) {
      BigDecimal forgone = BigDecimal.ZERO;
      BigDecimal received = BigDecimal.ZERO;
      long givenUses = 0;
      long receivedUses = 0;
      int given = 0;
      for (LayerJson each : layers) {
        if (each.direction() == AgreementLayer.Direction.GIVEN) {
          given++;
          givenUses += each.uses();
          forgone = forgone.add(orZero(each.forgoneTwd()));
        } else {
          receivedUses += each.uses();
          received = received.add(orZero(each.valueTwd()));
        }
      }
      return new BalanceJson(
          given,
          layers.size() - given,
          givenUses,
          receivedUses,
          forgone,
          received,
          received.subtract(forgone),
          layers.stream().filter(each -> each.valueTwd() == null).count());
    }

    private static BigDecimal orZero(BigDecimal amount) {
      return amount == null ? BigDecimal.ZERO : amount;
    }
  }

  /**
   * @param actor null for those who are not officers
   */
  record EventJson(Instant at, String kind, LocalText title, String actor, String reason) {
    static EventJson of(JdbcAgreements.Event event, boolean officer) {
      return new EventJson(
          event.at(),
          event.kind(),
          title(event.kind()),
          officer ? event.actor() : null,
          event.reason());
    }

    private static LocalText title(String kind) {
      for (AgreementState state : AgreementState.values()) {
        if (state.name().equals(kind)) {
          return state.title();
        }
      }
      return new LocalText("文件", "document");
    }
  }

  record DocumentJson(long id, String name, String mediaType, String sha256, Instant uploaded) {}

  /**
   * @param key the secret, to be handed to the holder
   */
  record KeyJson(long id, String key) {
    static KeyJson of(AgreementKeys.Issued issued) {
      return new KeyJson(issued.id(), issued.secret().reveal());
    }
  }

  static LayerJson layer(AgreementLayer layer, JdbcBalance.Use use, LocalText title) {
    boolean given = layer.direction() == AgreementLayer.Direction.GIVEN;
    return new LayerJson(
        layer.direction(),
        layer.layer().orElse(null),
        title,
        layer.rights().stream().sorted().toList(),
        layer.charged(),
        layer.value().orElse(null),
        given
            ? layer
                .value()
                .map(value -> value.subtract(layer.charged()).max(BigDecimal.ZERO))
                .orElse(null)
            : null,
        layer.valueNote(),
        use.uses(),
        use.count(),
        use.bytes());
  }

  static List<Double> box(Agreement agreement) {
    return agreement
        .terms()
        .area()
        .map(
            area -> {
              Envelope box = area.getEnvelopeInternal();
              return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            })
        .orElse(null);
  }

  static ObjectNode area(Agreement agreement, Caller caller) {
    return mayChange(agreement, caller)
        ? agreement.terms().area().map(GeoJsonPolygons::json).orElse(null)
        : null;
  }

  static List<AgreementState> moves(Agreement agreement, Caller caller) {
    return Agreements.isOfficer(caller)
        ? agreement.state().moves().entrySet().stream()
            .filter(each -> each.getValue().contains(AgreementState.Mover.OFFICER))
            .map(Map.Entry::getKey)
            .sorted()
            .toList()
        : List.of();
  }

  static boolean mayChange(Agreement agreement, Caller caller) {
    boolean owner =
        caller.has(Role.OWNER)
            && caller.agency().filter(agreement.sides().agency()::equals).isPresent();
    return agreement.state() == AgreementState.DRAFT && (Agreements.isOfficer(caller) || owner);
  }
}
