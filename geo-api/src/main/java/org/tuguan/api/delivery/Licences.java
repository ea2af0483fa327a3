package org.tuguan.api.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.issuing.Application;
import org.tuguan.core.LocalText;
import org.tuguan.core.delivery.Licence;
import org.tuguan.core.sharing.Agency;

/** What an application is given permission for. */
@Component
class Licences {
  private static final List<LocalText> CONDITIONS =
      List.of(
          new LocalText("僅得於核准之使用目的內使用。", "The data may be used for the approved purpose only."),
          new LocalText(
              "非經授權機關書面同意，不得轉讓、出借、散布或供第三人使用。",
              "They may not be passed on, lent, distributed or opened to others without the licensor's written consent."),
          new LocalText(
              "使用成果應註明資料來源與授權機關。", "Results must name the source of the data and the licensor."),
          new LocalText(
              "授權期間屆滿或授權經撤銷、廢止時，應停止使用並銷毀資料。",
              "When the licence ends or is taken back, use must stop and the data must be destroyed."));

  private final CatalogStore catalogs;
  private final LocalText city;
  private final Period time;
  private final Clock clock;

  Licences(
      CatalogStore catalogs, TuguanProperties tuguan, DeliveryProperties properties, Clock clock) {
    this.catalogs = catalogs;
    this.city =
        new LocalText(tuguan.city().name().zh() + "政府", tuguan.city().name().en() + " Government");
    this.time = properties.licenceTime();
    this.clock = clock;
  }

  /**
   * @param term of an earlier try, which stays as it is
   */
  Licence of(
      Application application,
      OrderedData order,
      String number,
      Optional<Delivery.LicenceTerm> term) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    LocalDate from = term.map(Delivery.LicenceTerm::from).orElse(today);
    Optional<LocalDate> until =
        term.map(Delivery.LicenceTerm::until)
            .orElseGet(
                () -> time.isZero() ? Optional.empty() : Optional.of(from.plus(time).minusDays(1)));
    return new Licence(
        number,
        licensor(order),
        order.licensee(),
        application.applicant().purpose(),
        area(order),
        from,
        until,
        CONDITIONS,
        grounds(application, order));
  }

  /** The agency, if all layers are of one; else the city. */
  private LocalText licensor(OrderedData order) {
    List<String> agencies =
        order.layers().stream().map(OrderedData.OrderedLayer::agency).distinct().toList();
    return agencies.size() == 1 ? agency(agencies.get(0)) : city;
  }

  LocalText agency(String id) {
    return catalogs.whole().findAgency(id).map(Agency::name).orElse(city);
  }

  /** Empty if any layer is delivered whole. */
  private static Optional<Geometry> area(OrderedData order) {
    List<Geometry> areas = order.layers().stream().flatMap(layer -> layer.area().stream()).toList();
    if (areas.size() < order.layers().size() || areas.isEmpty()) {
      return Optional.empty();
    }
    List<Polygon> polygons = new ArrayList<>();
    PolygonExtracter.getPolygons(UnaryUnionOp.union(areas), polygons);
    return Optional.of(new GeometryFactory().createMultiPolygon(polygons.toArray(Polygon[]::new)));
  }

  private static List<String> grounds(Application application, OrderedData order) {
    List<String> grounds = new ArrayList<>();
    grounds.add("申請案 Application " + application.number());
    if (!order.standard().isBlank()) {
      grounds.add("收費標準 Fee standard " + order.standard().strip());
    }
    if (!application.price().rule().isBlank()) {
      grounds.add(application.price().rule());
    }
    return grounds;
  }
}
