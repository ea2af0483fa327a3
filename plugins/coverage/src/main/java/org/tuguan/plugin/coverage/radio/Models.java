package org.tuguan.plugin.coverage.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All propagation models, in the order people see them. */
public final class Models {
  private static final List<PropagationModel> ALL = all();

  private Models() {}

  private static List<PropagationModel> all() {
    List<PropagationModel> models = new ArrayList<>();
    models.add(new FreeSpace());
    models.addAll(List.of(SiteGeneral.values()));
    models.add(new StreetCanyon());
    models.addAll(List.of(Cost231Hata.values()));
    return List.copyOf(models);
  }

  public static List<PropagationModel> list() {
    return ALL;
  }

  public static Optional<PropagationModel> find(String id) {
    return ALL.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  public static List<String> listIds() {
    return ALL.stream().map(PropagationModel::id).toList();
  }
}
