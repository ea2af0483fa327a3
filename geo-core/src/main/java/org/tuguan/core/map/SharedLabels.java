package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses labels so that pictures that lie side by side choose alike: each label has one place,
 * which does not depend on the picture, and whether it is drawn depends only on labels nearby.
 * Belongs to one thread.
 *
 * <p>In each of two rounds the labels are taken that meet no better one that is still waiting;
 * those that meet one that was taken are out. Taking the best first until none is left would be
 * simpler, but a chain of labels, each in the way of the next, would reach from picture to picture.
 * What is still waiting at the end is left out.
 */
final class SharedLabels {
  private static final int ROUNDS = 2;
  private static final double FAR = 1e9;

  /** Labels of grouped features of the same text keep this part of the buffer between them. */
  private static final double GROUP_SHARE = 0.5;

  private enum State {
    WAITING,
    TAKEN,
    OUT
  }

  /** A label in the place that it has in all pictures. */
  record Candidate(Label label, LabelPlace place) {}

  private final Rectangle2D area;
  private final double groupDistance;
  private final CollisionGrid obstacles;
  private final LinePlaces lines;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<List<Integer>> better = new ArrayList<>();
  private final BoxIndex<Integer> taken = new BoxIndex<>();
  private final Map<String, List<Integer>> texts = new HashMap<>();

  /**
   * @param obstacles parts of the picture that symbols keep free
   */
  SharedLabels(Rectangle2D picture, int buffer, CollisionGrid obstacles) {
    Rectangle2D everywhere = new Rectangle2D.Double(-FAR, -FAR, 2 * FAR, 2 * FAR);
    this.area =
        new Rectangle2D.Double(
            -buffer, -buffer, picture.getWidth() + 2 * buffer, picture.getHeight() + 2 * buffer);
    this.groupDistance = buffer * GROUP_SHARE;
    this.obstacles = obstacles;
    this.lines = new LinePlaces(everywhere, true);
  }

  /** To be called with the better ones first. */
  void add(Label label) {
    if (label.target() instanceof Label.Spot spot) {
      add(label, SpotPlaces.first(label, spot));
    } else if (label.target() instanceof Label.Lines line) {
      lines.list(label, line).stream()
          .filter(places -> !places.isEmpty())
          .forEach(places -> add(label, places.get(0)));
    }
  }

  private void add(Label label, LabelPlace place) {
    if (!place.bounds().intersects(area)) {
      return;
    }
    boolean careful = label.options().conflictResolution();
    if (careful && !obstacles.free(place.boxes(), label.options().spaceAround())) {
      return;
    }
    int number = candidates.size();
    candidates.add(new Candidate(label, place));
    better.add(careful ? met(label, place) : List.of());
    if (careful) {
      place.boxes().forEach(box -> taken.add(box, number));
      texts.computeIfAbsent(label.look().text().text(), unused -> new ArrayList<>()).add(number);
    }
  }

  private List<Integer> met(Label label, LabelPlace place) {
    List<Integer> met = new ArrayList<>();
    for (Rectangle2D box : place.boxes()) {
      Rectangle2D grown = BoxIndex.grown(box, label.options().spaceAround());
      for (int other : taken.near(grown)) {
        if (candidates.get(other).place().boxes().stream().anyMatch(grown::intersects)) {
          met.add(other);
        }
      }
    }
    for (int other : texts.getOrDefault(label.look().text().text(), List.of())) {
      if (repeats(label, place, candidates.get(other))) {
        met.add(other);
      }
    }
    return met;
  }

  private boolean repeats(Label label, LabelPlace place, Candidate other) {
    Rectangle2D one = place.bounds();
    Rectangle2D two = other.place().bounds();
    return label.options().group()
        && label.layer() == other.label().layer()
        && Math.hypot(one.getCenterX() - two.getCenterX(), one.getCenterY() - two.getCenterY())
            < groupDistance;
  }

  /** Those that are drawn, the best first. */
  List<Candidate> chosen() {
    List<State> states = new ArrayList<>();
    candidates.forEach(unused -> states.add(State.WAITING));
    for (int round = 0; round < ROUNDS; round++) {
      advance(states, State.TAKEN);
      advance(states, State.OUT);
    }
    List<Candidate> chosen = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (states.get(i) == State.TAKEN) {
        chosen.add(candidates.get(i));
      }
    }
    return chosen;
  }

  /** All at once: what becomes of a label depends on how its neighbours were before. */
  private void advance(List<State> states, State next) {
    List<State> before = List.copyOf(states);
    for (int i = 0; i < candidates.size(); i++) {
      if (before.get(i) == State.WAITING) {
        List<Integer> met = better.get(i);
        boolean moves =
            next == State.TAKEN
                ? met.stream().allMatch(other -> before.get(other) == State.OUT)
                : met.stream().anyMatch(other -> before.get(other) == State.TAKEN);
        if (moves) {
          states.set(i, next);
        }
      }
    }
  }
}
