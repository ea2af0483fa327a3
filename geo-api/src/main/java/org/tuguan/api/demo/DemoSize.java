package org.tuguan.api.demo;

import java.util.List;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** How much is made up. */
record DemoSize(int buildings, int roads, int poi, int wifi) {
  private static final int MOST = 20_000_000;

  /** What a first start makes. */
  static final DemoSize USUAL = new DemoSize(60_000, 14_000, 4_000, 1_500);

  /**
   * From {@code --buildings N --roads N --poi N --wifi N}, all optional; the network of streets
   * grows with the buildings unless {@code --roads} says otherwise.
   */
  static DemoSize parse(List<String> args) {
    DemoSize size = USUAL;
    boolean roads = false;
    for (int i = 0; i < args.size(); i += 2) {
      String option = args.get(i);
      int number = number(option, i + 1 < args.size() ? args.get(i + 1) : "");
      size =
          switch (option) {
            case "--buildings" -> new DemoSize(number, size.roads, size.poi, size.wifi);
            case "--roads" -> new DemoSize(size.buildings, number, size.poi, size.wifi);
            case "--poi" -> new DemoSize(size.buildings, size.roads, number, size.wifi);
            case "--wifi" -> new DemoSize(size.buildings, size.roads, size.poi, number);
            default ->
                throw fault(
                    option, "allowed are --buildings, --roads, --poi, --wifi, each with a number");
          };
      roads |= option.equals("--roads");
    }
    int fitting = Math.max(size.roads, size.buildings / 10);
    return roads ? size : new DemoSize(size.buildings, fitting, size.poi, size.wifi);
  }

  private static int number(String option, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, together with numbers out of range
    }
    throw fault(option, "a whole number from 0 to " + MOST + " must follow");
  }

  private static RequestException fault(String option, String allowed) {
    return new RequestException(
        Fault.INVALID_PARAMETER, option, RequestException.quote(option) + ": " + allowed);
  }
}
