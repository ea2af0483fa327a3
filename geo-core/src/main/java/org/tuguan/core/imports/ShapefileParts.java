package org.tuguan.core.imports;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The files that make up one shapefile.
 *
 * @param file for messages: what the user named
 * @param name of the data set
 */
record ShapefileParts(
    String file,
    String name,
    Path shp,
    Optional<Path> dbf,
    Optional<Path> prj,
    Optional<Path> cpg) {
  ShapefileParts {
    Objects.requireNonNull(file);
    Objects.requireNonNull(name);
    Objects.requireNonNull(shp);
    Objects.requireNonNull(dbf);
    Objects.requireNonNull(prj);
    Objects.requireNonNull(cpg);
  }
}
