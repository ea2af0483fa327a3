package org.tuguan.api.issuing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.sheet.Sheet;
import org.tuguan.core.issuing.sheet.SheetGrid;
import org.tuguan.core.issuing.sheet.SheetSeries;

/** The series of map sheets that can be ordered by, under their scales. */
@Component
class SheetGrids {
  static final String USUAL = "1:5000";
  static final String CITY = "1:1000";

  private final Map<String, SheetGrid> grids = new LinkedHashMap<>();

  SheetGrids() {
    grids.put(CITY, SheetGrid.metric("T1000", 800, 600));
    grids.put(USUAL, SheetGrid.national(SheetSeries.SCALE_5000));
    grids.put("1:25000", SheetGrid.national(SheetSeries.SCALE_25000));
    grids.put("1:50000", SheetGrid.national(SheetSeries.SCALE_50000));
    grids.put("1:100000", SheetGrid.national(SheetSeries.SCALE_100000));
  }

  /** From the largest scale to the smallest. */
  List<String> series() {
    return List.copyOf(grids.keySet());
  }

  SheetGrid get(String series) {
    return Optional.ofNullable(grids.get(series))
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "series", series, "allowed are " + String.join(", ", grids.keySet())));
  }

  /** A sheet of whichever series numbers its sheets so. */
  Optional<Sheet> find(String number) {
    return grids.values().stream().flatMap(grid -> grid.findSheet(number).stream()).findFirst();
  }

  /** The ground of these sheets, in CRS:84. */
  Geometry union(String series, List<String> numbers) {
    SheetGrid grid = get(series);
    return UnaryUnionOp.union(
        numbers.stream().map(grid::getSheet).map(Sheet::frame).map(Geometry.class::cast).toList());
  }
}
