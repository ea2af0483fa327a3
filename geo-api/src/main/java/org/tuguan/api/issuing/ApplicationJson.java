package org.tuguan.api.issuing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Outcome;
import org.tuguan.core.issuing.Party;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application on the wire, as one of its parties sees it.
 *
 * @param parties in which part the caller has to do with it
 * @param moves that the caller may make by hand now
 * @param actions that the caller may take beside them
 * @param needs what stands in the way of an approval; empty for those who do not approve
 * @param quote the answer that was given then
 * @param grounds what the applicant relies on
 */
record ApplicationJson(
    @JsonUnwrapped Summary summary,
    List<Party> parties,
    List<ApplicationState> moves,
    List<Action> actions,
    List<LocalText> needs,
    List<LayerJson> layers,
    List<DocumentJson> documents,
    List<EventJson> timeline,
    List<String> formats,
    String crs,
    @JsonRawValue String grounds,
    @JsonRawValue String quote) {
  /** What an officer may do with an application while it stays in its state. */
  enum Action {
    SET_PRICE,
    STATE_EVIDENCE
  }

  /** What the owner of a layer has said so far. */
  record LayerSaid(
      String layer, LocalText title, String agency, ApplicationLayer.Decision decision) {}

  /**
   * One line of a list.
   *
   * @param applicant what they are called
   * @param due last day, in Asia/Taipei; null if there is none
   * @param totalTwd null while there is no price
   * @param rule why nothing is charged, or by which an officer set the price; may be empty
   * @param demonstration true if the price is a made-up one
   */
  record Summary(
      long id,
      String number,
      ApplicationState state,
      LocalText stateTitle,
      LocalDate due,
      String applicant,
      String account,
      Long partner,
      String agency,
      String applicantClass,
      String purpose,
      Outcome outcome,
      BigDecimal totalTwd,
      String rule,
      boolean demonstration,
      Instant created,
      Instant changed,
      List<LayerSaid> said) {
    static Summary of(
        Application application, String name, boolean demonstration, List<LayerSaid> said) {
      Application.Applicant applicant = application.applicant();
      return new Summary(
          application.id(),
          application.number(),
          application.state(),
          application.state().title(),
          application.due().orElse(null),
          name,
          applicant.account(),
          applicant.partner().orElse(null),
          applicant.agency().orElse(null),
          applicant.kind(),
          applicant.purpose(),
          application.price().outcome(),
          application.price().total().orElse(null),
          application.price().rule(),
          demonstration,
          application.created(),
          application.changed(),
          said);
    }
  }

  /**
   * @param decidable true if the caller may say yes or no now
   * @param area GeoJSON; null for the whole layer
   */
  record LayerJson(
      String layer,
      LocalText title,
      String agency,
      ApplicationLayer.Decision decision,
      String reason,
      boolean decidable,
      long features,
      BigDecimal km2,
      long bytes,
      List<String> sheets,
      ObjectNode area) {
    static LayerJson of(ApplicationLayer said, QuotedLayer quoted, boolean decidable) {
      return new LayerJson(
          said.layer(),
          quoted.title(),
          said.agency(),
          said.decision(),
          said.reason(),
          decidable,
          quoted.features(),
          quoted.km2(),
          quoted.bytes(),
          quoted.sheets(),
          quoted.area().map(GeoJsonPolygons::json).orElse(null));
    }
  }

  record DocumentJson(
      long id,
      String kind,
      String name,
      String mediaType,
      long size,
      String sha256,
      Instant uploaded) {
    static DocumentJson of(JdbcDocuments.Document document) {
      return new DocumentJson(
          document.id(),
          document.kind(),
          document.name(),
          document.mediaType(),
          document.size(),
          document.sha256(),
          document.uploaded());
    }
  }

  /**
   * @param actor name of the account; null for those who are not staff
   */
  record EventJson(
      Instant at,
      String kind,
      Party party,
      String actor,
      ApplicationState from,
      ApplicationState to,
      LocalText title,
      String subject,
      String reason,
      String legalGround) {
    static EventJson of(Event event, boolean staff) {
      return new EventJson(
          event.at(),
          event.kind(),
          event.actor().party(),
          staff ? event.actor().name() : null,
          event.from().orElse(null),
          event.to().orElse(null),
          event.to().map(ApplicationState::title).orElse(null),
          event.subject(),
          event.reason(),
          event.legalGround());
    }
  }
}
