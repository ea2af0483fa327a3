package org.tuguan.api.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Ground;
import org.tuguan.core.sharing.AgreementState;

/**
 * A sharing agreement as it is stored. Days are in Asia/Taipei.
 *
 * @param number for example S-115-000001
 * @param demo made up by the demonstration
 * @param changed when it was last written or moved
 * @param force first and last day in force
 */
record Agreement(
    long id,
    String number,
    AgreementState state,
    Sides sides,
    Terms terms,
    List<AgreementLayer> layers,
    boolean demo,
    Instant created,
    Instant changed,
    Force force) {
  /**
   * An agency of the city, and another one or a partner.
   *
   * @param withAgency id; empty if the other side is a partner
   */
  record Sides(String agency, Optional<String> withAgency, Optional<Long> withPartner) {
    Sides {
      Objects.requireNonNull(agency);
      if (withAgency.isPresent() == withPartner.isPresent()) {
        throw new IllegalArgumentException("the other side is an agency or a partner");
      }
    }

    Grantee other() {
      return withAgency
          .<Grantee>map(Grantee.OfAgency::new)
          .orElseGet(() -> new Grantee.OfPartner(withPartner.orElseThrow()));
    }

    /** To whom what is given in a direction goes. */
    Grantee taker(AgreementLayer.Direction direction) {
      return direction == AgreementLayer.Direction.GIVEN ? other() : new Grantee.OfAgency(agency);
    }

    boolean include(Optional<String> of, Optional<Long> partner) {
      return of.filter(id -> id.equals(agency) || withAgency.filter(id::equals).isPresent())
              .isPresent()
          || (partner.isPresent() && partner.equals(withPartner));
    }
  }

  /**
   * What was agreed on.
   *
   * @param legalGround article that it rests on
   * @param approval document of approval; blank while there is none
   * @param area polygons in CRS:84; empty for everywhere
   * @param perMinute most requests of each key; empty for the usual
   */
  record Terms(
      String purpose,
      String legalGround,
      String approval,
      Optional<Geometry> area,
      String areaName,
      LocalDate from,
      LocalDate until,
      Optional<Integer> perMinute,
      Optional<Long> perMonth) {
    Terms {
      Objects.requireNonNull(area);
      if (until.isBefore(from)) {
        throw new IllegalArgumentException("it ends before it begins");
      }
    }

    Ground ground() {
      return area.<Ground>map(Ground.Within::new).orElse(Ground.EVERYWHERE);
    }
  }

  /**
   * @param first empty before it was signed
   * @param last empty while it has not ended
   */
  record Force(Optional<LocalDate> first, Optional<LocalDate> last) {}

  Agreement {
    Objects.requireNonNull(state);
    Objects.requireNonNull(sides);
    Objects.requireNonNull(terms);
    layers = List.copyOf(layers);
  }

  List<AgreementLayer> listLayers(AgreementLayer.Direction direction) {
    return layers.stream().filter(each -> each.direction() == direction).toList();
  }

  /** To whom what is given in a direction goes. */
  Grantee taker(AgreementLayer.Direction direction) {
    return sides.taker(direction);
  }
}
