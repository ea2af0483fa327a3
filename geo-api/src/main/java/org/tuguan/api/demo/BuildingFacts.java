package org.tuguan.api.demo;

/**
 * What is known about a made-up building.
 *
 * @param kind residential, commercial, industrial, public or school
 * @param name null for most
 */
record BuildingFacts(String kind, int floors, String name) {

  static BuildingFacts of(Block block, Chance chance) {
    double dense = Math.min(1, block.density() / 20_000);
    String kind = kind(block, dense, chance.next());
    int floors = floors(kind, dense, chance.next(), chance.next());
    int number = 1 + chance.below(9_999);
    boolean named = floors >= 16 || kind.equals("public");
    String word = kind.equals("public") ? "模擬公共建築" : "模擬大樓";
    return new BuildingFacts(kind, floors, named ? word + number : null);
  }

  private static String kind(Block block, double dense, double chance) {
    return switch (block.use()) {
      case SCHOOL -> "school";
      case INDUSTRY -> chance < 0.85 ? "industrial" : "commercial";
      default -> {
        if (chance < 0.012) {
          yield "public";
        }
        yield chance < 0.05 + 0.33 * dense * dense ? "commercial" : "residential";
      }
    };
  }

  private static int floors(String kind, double dense, double chance, double second) {
    return switch (kind) {
      case "industrial" -> 1 + (int) (3 * chance);
      case "school" -> 2 + (int) (4 * chance);
      case "public" -> 2 + (int) (7 * chance * (0.4 + dense));
      default -> {
        boolean tower = second < 0.02 + 0.12 * dense * dense;
        yield tower && dense > 0.25
            ? 11 + (int) (30 * chance * chance * dense)
            : 1 + (int) (2.2 * chance + 7 * dense * chance * chance + 2 * dense);
      }
    };
  }
}
