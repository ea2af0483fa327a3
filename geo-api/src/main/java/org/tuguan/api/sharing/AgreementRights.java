package org.tuguan.api.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.api.grants.LayerGrants;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Right;

/**
 * The rights and keys that agreements give. Only the agency that answers for a layer, or one that
 * may manage it, gives it away. The transaction is the caller's. Days are in Asia/Taipei.
 */
@Component
class AgreementRights {
  private final JdbcLayerGivers givers;
  private final LayerGrants grants;
  private final AgreementKeys keys;

  AgreementRights(JdbcLayerGivers givers, LayerGrants grants, AgreementKeys keys) {
    this.givers = givers;
    this.grants = grants;
    this.keys = keys;
  }

  /**
   * Gives all of it; refuses it if a layer is not its giver's any more. While the transaction has
   * the layers no other agency comes to answer for them; a giver's right to MANAGE may end
   * meanwhile.
   *
   * @return the keys, one for each side that gets layers of ours
   */
  List<AgreementKeys.Issued> give(Agreement signed, LocalDate today, String by) {
    grants.give(signed.layers().stream().flatMap(each -> grant(signed, each).stream()).toList());
    requireTheirs(signed, today, Fault.CONFLICT);
    return issue(signed, by);
  }

  /**
   * Refuses an agreement, as it is in the database, by which somebody would give what is not
   * theirs. It stays so only within a transaction, and as far as {@link JdbcLayerGivers#list} says.
   */
  void requireTheirs(Agreement agreement, LocalDate today, Fault fault) {
    Set<JdbcLayerGivers.Giving> theirs = givers.list(agreement.id(), today);
    for (AgreementLayer each : agreement.layers()) {
      if (each.layer().isPresent() && !theirs.contains(giving(each))) {
        String layer = each.layer().get();
        throw new RequestException(
            fault,
            "layers",
            new LocalText(
                "圖層「%s」（%s）不屬提供方，只有其主管機關或獲授管理權的機關能提供".formatted(each.title(), layer),
                "the layer %s is not the giver's: only the agency that answers for it, or one that may manage it, gives it"
                    .formatted(layer)));
      }
    }
  }

  private static JdbcLayerGivers.Giving giving(AgreementLayer layer) {
    return new JdbcLayerGivers.Giving(layer.direction(), layer.layer().orElseThrow());
  }

  private static Optional<Grant> grant(Agreement agreement, AgreementLayer given) {
    return given
        .layer()
        .map(
            layer ->
                new Grant(
                    0,
                    layer,
                    agreement.taker(given.direction()),
                    given.rights(),
                    agreement.terms().ground(),
                    Optional.of(agreement.terms().from()),
                    Optional.of(agreement.terms().until()),
                    Optional.of(agreement.id())));
  }

  private List<AgreementKeys.Issued> issue(Agreement agreement, String by) {
    List<AgreementKeys.Issued> issued = new ArrayList<>();
    for (AgreementLayer.Direction direction : AgreementLayer.Direction.values()) {
      List<AgreementLayer> given =
          agreement.listLayers(direction).stream()
              .filter(each -> each.layer().isPresent())
              .toList();
      if (!given.isEmpty()) {
        issued.add(keys.issue(key(agreement, direction, given), by));
      }
    }
    return issued;
  }

  private static AgreementKeys.Wanted key(
      Agreement agreement, AgreementLayer.Direction direction, List<AgreementLayer> given) {
    Grantee holder = agreement.taker(direction);
    Set<Right> rights =
        given.stream().flatMap(each -> each.rights().stream()).collect(Collectors.toSet());
    return new AgreementKeys.Wanted(
        agreement.id(),
        agreement.number(),
        holder instanceof Grantee.OfAgency of ? Optional.of(of.agency()) : Optional.empty(),
        holder instanceof Grantee.OfPartner of ? Optional.of(of.partner()) : Optional.empty(),
        given.stream().map(each -> each.layer().orElseThrow()).sorted().toList(),
        rights,
        agreement.terms().from(),
        agreement.terms().until(),
        agreement.terms().perMinute(),
        agreement.terms().perMonth());
  }

  void takeBack(long agreement, String by) {
    grants.takeBackOf(agreement);
    keys.revokeOf(agreement, by);
  }

  /** Ids of those to whose layers {@link #giveAgain} would give something. */
  List<Long> listBare(LocalDate today) {
    return givers.listBare(today);
  }

  /**
   * Gives again what went with a layer that was replaced by another of its name; layers that are
   * gone for good, or are not the giver's any more, are left out.
   */
  void giveAgain(Agreement agreement, LocalDate today) {
    Set<JdbcLayerGivers.Giving> theirs = givers.list(agreement.id(), today);
    grants.give(
        agreement.layers().stream()
            .filter(each -> each.layer().isPresent() && theirs.contains(giving(each)))
            .flatMap(each -> grant(agreement, each).stream())
            .toList());
  }
}
