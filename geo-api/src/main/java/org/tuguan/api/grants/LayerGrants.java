package org.tuguan.api.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.publishing.JdbcLayers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Ground;

/**
 * Gives rights and takes them back, each in one transaction with its line in the audit trail. The
 * database tells all nodes; whoever goes on with it at once refreshes the catalog.
 */
@Service
public class LayerGrants {
  private final JdbcLayerGrants grants;
  private final JdbcLayers layers;
  private final AuditTrail audit;

  LayerGrants(JdbcLayerGrants grants, JdbcLayers layers, AuditTrail audit) {
    this.grants = grants;
    this.layers = layers;
    this.audit = audit;
  }

  /** Gives these rights; what has been given already is left as it is. Their ids do not matter. */
  @Transactional
  public void give(List<Grant> given) {
    for (Grant grant : given) {
      layers.lock(grant.layer());
      if (grants.insert(grant)) {
        audit.record("grant.give", "layer:" + grant.layer(), told(grant));
      }
    }
  }

  /** Takes back one that no agreement has given; nothing happens if it is gone already. */
  @Transactional
  public void takeBack(Grant grant) {
    if (grant.agreement().isPresent()) {
      throw new RequestException(
          Fault.CONFLICT,
          "id",
          new LocalText(
              "此權限來自協議第 %d 號，須隨協議終止".formatted(grant.agreement().get()),
              "agreement %d gives this right; it ends with the agreement"
                  .formatted(grant.agreement().get())));
    }
    layers.lock(grant.layer());
    if (grants.delete(grant.layer(), grant.id())) {
      audit.record("grant.take", "layer:" + grant.layer(), told(grant));
    }
  }

  /** Takes back all that an agreement has given. */
  @Transactional
  public void takeBackOf(long agreement) {
    int count = grants.deleteOf(agreement);
    if (count > 0) {
      audit.record("grant.take", "agreement:" + agreement, Map.of("grants", count));
    }
  }

  private static Map<String, Object> told(Grant grant) {
    Map<String, Object> told = new TreeMap<>();
    told.put("to", GranteeJson.kind(grant.grantee()));
    if (GranteeJson.id(grant.grantee()) != null) {
      told.put("id", GranteeJson.id(grant.grantee()));
    }
    told.put("rights", grant.rights().stream().sorted().map(Enum::name).toList());
    if (grant.ground() instanceof Ground.Within within) {
      told.put("box", new ArrayList<>(box(within)));
    }
    grant.from().ifPresent(day -> told.put("from", day.toString()));
    grant.until().ifPresent(day -> told.put("until", day.toString()));
    grant.agreement().ifPresent(id -> told.put("agreement", id));
    return told;
  }

  /** Around the area: west, south, east, north. */
  static List<Double> box(Ground.Within within) {
    var box = within.area().getEnvelopeInternal();
    return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }
}
