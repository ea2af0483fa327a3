package org.tuguan.core.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.Agency;

/**
 * Everything that is published at one moment. Immutable; layers keep the order in which the portal
 * lists them.
 */
public final class Catalog {
  private final long version;
  private final List<Theme> themes;
  private final Map<String, Agency> agencies = new LinkedHashMap<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  /**
   * @param version grows with every change; WMS gives it as updateSequence
   */
  public Catalog(long version, List<Theme> themes, List<Agency> agencies, List<Layer> layers) {
    this.version = version;
    this.themes = List.copyOf(themes);
    agencies.forEach(agency -> this.agencies.put(agency.id(), agency));
    layers.forEach(layer -> this.layers.put(layer.name(), layer));
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

  public Optional<Layer> findLayer(String name) {
    return Optional.ofNullable(layers.get(name));
  }

  /** The layer, or a fault that names the parameter in which it was asked for. */
  public Layer getLayer(String parameter, String name) {
    return findLayer(name).orElseThrow(() -> RequestException.unknownLayer(parameter, name));
  }
}
