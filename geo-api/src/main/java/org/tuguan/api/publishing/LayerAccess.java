package org.tuguan.api.publishing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tuguan.core.RequestException;

/** For whom a layer is meant when it is published; finer rights are granted one by one. */
public enum LayerAccess {
  /** Everybody may view, query and download it. */
  PUBLIC,
  /** All agencies of the city may. */
  INTERNAL,
  /** Nobody but administrators and the data owners of its agency, until somebody is granted it. */
  RESTRICTED;

  static LayerAccess parse(String text) {
    return Arrays.stream(values())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "access",
                    text,
                    "allowed are "
                        + Arrays.stream(values())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }
}
