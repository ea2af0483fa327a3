package org.tuguan.api.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tuguan.core.LocalText;
import org.tuguan.core.delivery.Manifest;

/**
 * A delivery as its parties see it.
 *
 * @param percent of the work; 100 when the package is there
 * @param error null if no try has failed
 * @param licence null before the first try
 * @param made null until the package is there, as are bytes and sha256
 */
record DeliveryJson(
    Delivery.State state,
    int attempt,
    int percent,
    long featuresDone,
    long featuresExpected,
    LocalText error,
    LicenceJson licence,
    Instant made,
    Long bytes,
    String sha256,
    List<DataJson> data,
    List<LinkJson> links) {
  /**
   * @param until null if it does not end
   */
  record LicenceJson(
      String number,
      LocalText licensor,
      LocalDate from,
      LocalDate until,
      Delivery.Validity validity,
      String revokedReason) {
    static LicenceJson of(Delivery.LicenceTerm term, LocalDate today) {
      return new LicenceJson(
          term.number(),
          term.licensor(),
          term.from(),
          term.until().orElse(null),
          term.on(today),
          term.revokedReason());
    }
  }

  /**
   * What was written, beside what was quoted.
   *
   * @param featuresQuoted null if the layer was not quoted
   * @param drifted true if the layer has changed since the quote, or its number of features has
   */
  record DataJson(
      String layer,
      String format,
      String crs,
      long features,
      Long featuresQuoted,
      Instant dataVersion,
      boolean drifted,
      List<String> notes) {
    static DataJson of(Manifest.PackagedData data, OrderedData.OrderedLayer quoted) {
      return new DataJson(
          data.layer(),
          data.format(),
          data.crs(),
          data.features(),
          quoted == null ? null : quoted.features(),
          data.dataVersion(),
          quoted == null
              || quoted.features() != data.features()
              || !sameMoment(quoted.updated(), data.dataVersion()),
          data.notes());
    }

    private static boolean sameMoment(Instant one, Instant other) {
      return one.truncatedTo(ChronoUnit.MILLIS).equals(other.truncatedTo(ChronoUnit.MILLIS));
    }
  }

  /**
   * @param href only in the answer that makes the link
   * @param downloadsLeft how many whole packages may still go out
   */
  record LinkJson(
      long id, String href, Instant created, Instant expires, long downloadsLeft, Instant revoked) {
    static LinkJson of(JdbcLinks.Link link, Delivery.Packed packed, String href) {
      return new LinkJson(
          link.id(),
          href,
          link.created(),
          link.expires(),
          Math.max(0, link.most() - link.sent()) / Math.max(1, packed.bytes()),
          link.revoked().orElse(null));
    }
  }

  static DeliveryJson of(
      Delivery delivery,
      OrderedData order,
      List<Manifest.PackagedData> written,
      List<JdbcLinks.Link> links,
      LocalDate today) {
    Map<String, OrderedData.OrderedLayer> quoted =
        order.layers().stream()
            .collect(
                Collectors.toMap(
                    OrderedData.OrderedLayer::layer, Function.identity(), (one, two) -> one));
    List<LinkJson> known = new ArrayList<>();
    delivery
        .packed()
        .ifPresent(packed -> links.forEach(link -> known.add(LinkJson.of(link, packed, null))));
    return new DeliveryJson(
        delivery.state(),
        delivery.attempt(),
        delivery.percent(),
        delivery.featuresDone(),
        delivery.featuresExpected(),
        delivery.error().zh().isEmpty() ? null : delivery.error(),
        delivery.licence().map(term -> LicenceJson.of(term, today)).orElse(null),
        delivery.packed().map(Delivery.Packed::made).orElse(null),
        delivery.packed().map(Delivery.Packed::bytes).orElse(null),
        delivery.packed().map(Delivery.Packed::sha256).orElse(null),
        written.stream().map(each -> DataJson.of(each, quoted.get(each.layer()))).toList(),
        known);
  }
}
