package org.tuguan.core.catalog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Access;
import org.tuguan.core.access.AccessRules;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.sharing.Agency;

/**
 * What is published at one moment: everything, or what one caller may see of it, where a layer that
 * they may not see does not exist. Immutable; layers keep the order in which the portal lists them.
 */
public final class Catalog {
  private final long version;
  private final List<Theme> themes;
  private final Map<String, Agency> agencies = new LinkedHashMap<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final Map<String, Offer> offers = new LinkedHashMap<>();
  private final AccessRules rules;
  private boolean open;

  /**
   * All of it.
   *
   * @param version grows with every change; WMS gives it as updateSequence
   * @param rules who may do what with which layer
   */
  public Catalog(
      long version,
      List<Theme> themes,
      List<Agency> agencies,
      List<Layer> layers,
      AccessRules rules) {
    this.version = version;
    this.themes = List.copyOf(themes);
    agencies.forEach(agency -> this.agencies.put(agency.id(), agency));
    layers.forEach(layer -> this.layers.put(layer.name(), layer));
    this.rules = rules;
  }

  public long version() {
    return version;
  }

  public List<Theme> listThemes() {
    return themes;
  }

  public List<Agency> listAgencies() {
    return List.copyOf(agencies.values());
  }

  public Optional<Agency> findAgency(String id) {
    return Optional.ofNullable(agencies.get(id));
  }

  public List<Layer> listLayers() {
    return List.copyOf(layers.values());
  }

  /** Those with which this may be done. */
  public List<Layer> listLayers(Right right) {
    return layers.values().stream().filter(layer -> layer.terms().allow(right)).toList();
  }

  /** Layers that are not here and are advertised. */
  public List<Offer> listOffers() {
    return List.copyOf(offers.values());
  }

  public Optional<Offer> findOffer(String name) {
    return Optional.ofNullable(offers.get(name));
  }

  /** True if all the world sees just this. */
  public boolean isPublic() {
    return open;
  }

  public Optional<Layer> findLayer(String name) {
    return Optional.ofNullable(layers.get(name));
  }

  /**
   * The layer, to do this with it. One that may not be seen is answered like one that does not
   * exist; one that may be seen, or is advertised, with what is not allowed.
   *
   * @param parameter in which it was asked for
   */
  public Layer getLayer(String parameter, String name, Right right) {
    Layer layer = layers.get(name);
    if (layer == null) {
      Offer offer = offers.get(name);
      throw offer == null
          ? RequestException.unknownLayer(parameter, name)
          : Refusal.of(parameter, name, right, Optional.of(offer.how()));
    }
    if (!layer.terms().allow(right)) {
      throw Refusal.of(parameter, name, right, layer.terms().offer());
    }
    return layer;
  }

  /** The rules by which it is shown. */
  public AccessRules rules() {
    return rules;
  }

  /**
   * What a caller may do with each layer; layers with which they may do nothing are left out.
   *
   * @param day in Asia/Taipei
   */
  public Map<String, Access> access(Caller caller, LocalDate day) {
    Map<String, Access> all = new LinkedHashMap<>();
    layers.forEach(
        (name, layer) -> {
          Access access = rules.access(caller, name, layer.agency(), day);
          if (access.allows(Right.VIEW)) {
            all.put(name, access);
          }
        });
    return all;
  }

  /**
   * This catalog, which is all of it, as somebody sees it.
   *
   * @param access as {@link #access} tells it
   * @param everyones the same for {@link Caller#ANONYMOUS}
   */
  public Catalog seen(Map<String, Access> access, Map<String, Access> everyones) {
    Catalog seen = new Catalog(version, themes, listAgencies(), List.of(), rules);
    seen.open = access.equals(everyones);
    layers.forEach(
        (name, layer) -> {
          Access own = access.get(name);
          if (own != null) {
            Access open = everyones.getOrDefault(name, Access.NONE);
            seen.layers.put(name, layer.on(new LayerTerms(own, open, layer.terms().offer())));
          } else {
            layer.terms().offer().ifPresent(how -> seen.offers.put(name, offer(layer, how)));
          }
        });
    return seen;
  }

  private static Offer offer(Layer layer, LocalText how) {
    return new Offer(
        layer.name(), layer.title(), layer.summary(), layer.theme(), layer.agency(), how);
  }
}
