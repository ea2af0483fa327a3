package org.tuguan.core.imports;

import java.util.Objects;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Crs;

/** The coordinate system of a file, and how it is known. */
public record DeclaredCrs(Crs crs, LocalText reason) {
  public DeclaredCrs {
    Objects.requireNonNull(crs);
    Objects.requireNonNull(reason);
  }
}
