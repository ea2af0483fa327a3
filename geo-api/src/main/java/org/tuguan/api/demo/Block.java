package org.tuguan.api.demo;

/**
 * A rectangle of the {@link BentGrid} between streets.
 *
 * @param people that live in it
 * @param street number of the street it was cut from; lanes are named after it
 */
record Block(double u0, double v0, double u1, double v1, double people, Use use, int street) {
  /** What a block is for. */
  enum Use {
    HOMES,
    INDUSTRY,
    SCHOOL,
    PARK
  }

  double width() {
    return u1 - u0;
  }

  double height() {
    return v1 - v0;
  }

  double longSide() {
    return Math.max(width(), height());
  }

  double shortSide() {
    return Math.min(width(), height());
  }

  /** In square metres of the plan, which are nearly those of the map. */
  double area() {
    return width() * height();
  }

  /** People to a square kilometre. */
  double density() {
    return people / area() * 1e6;
  }

  double middleU() {
    return (u0 + u1) / 2;
  }

  double middleV() {
    return (v0 + v1) / 2;
  }

  Block as(Use other) {
    return new Block(u0, v0, u1, v1, people, other, street);
  }
}
