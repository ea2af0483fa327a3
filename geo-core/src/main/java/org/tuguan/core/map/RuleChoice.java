package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.VolatileFunction;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeaturePropertyAccess;
import org.tuguan.core.map.LayerStyle.ActiveRule;
import org.tuguan.core.map.LayerStyle.Pass;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * Which rules of a pass draw a row of a snapshot. What depends on one attribute is found out once
 * for each of its values, what depends on several once for each row. Belongs to one thread.
 */
final class RuleChoice {
  /** Rules that fit in the bits of a choice. */
  static final int MOST_RULES = 31;

  private static final int KNOWN = 1 << 31;

  private final RenderSnapshot snapshot;
  private final Pass pass;
  private final int[] known;
  private final IntUnaryOperator place;

  /**
   * @param pass has at most {@link #MOST_RULES} rules
   */
  RuleChoice(RenderSnapshot snapshot, Pass pass, RuleMemory memory) {
    this.snapshot = snapshot;
    this.pass = pass;
    List<String> names = new ArrayList<>(attributes(pass));
    names.retainAll(snapshot.attributes());
    if (!lasting(pass)) {
      known = null;
      place = null;
    } else if (names.isEmpty()) {
      known = memory.of(snapshot, pass, 1);
      place = feature -> 0;
    } else if (names.size() == 1) {
      known = memory.of(snapshot, pass, snapshot.distinct(names.get(0)));
      place = snapshot.codes(names.get(0));
    } else {
      known = memory.of(snapshot, pass, snapshot.size());
      place = feature -> feature;
    }
  }

  private static Set<String> attributes(Pass pass) {
    Set<String> names = new LinkedHashSet<>();
    for (ActiveRule rule : pass.rules()) {
      if (rule.filter() != null) {
        names.addAll(read(rule).getAttributeNameSet());
      }
    }
    return names;
  }

  private static FilterAttributeExtractor read(ActiveRule rule) {
    FilterAttributeExtractor names = new FilterAttributeExtractor();
    rule.filter().accept(names, null);
    return names;
  }

  /** False if a filter depends on more than the values of attributes that it names. */
  private static boolean lasting(Pass pass) {
    boolean[] more = new boolean[1];
    DefaultFilterVisitor visitor =
        new DefaultFilterVisitor() {
          @Override
          public Object visit(Id filter, Object unused) {
            more[0] = true;
            return unused;
          }

          @Override
          public Object visit(Function function, Object unused) {
            more[0] |= function instanceof VolatileFunction;
            return super.visit(function, unused);
          }
        };
    for (ActiveRule rule : pass.rules()) {
      if (rule.filter() != null) {
        rule.filter().accept(visitor, null);
        FilterAttributeExtractor read = read(rule);
        more[0] |= read.isUsingDynamincProperties();
        more[0] |= read.getAttributeNameSet().contains(FeaturePropertyAccess.ID);
      }
    }
    return !more[0];
  }

  /** One bit for each rule. */
  int of(int feature) {
    if (known == null) {
      return find(feature);
    }
    int at = place.applyAsInt(feature);
    int choice = known[at];
    if (choice == 0) {
      choice = find(feature) | KNOWN;
      known[at] = choice;
    }
    return choice & ~KNOWN;
  }

  /** True if it is certain that all these neighbours are drawn by the same rules. */
  boolean alike(int first, int end) {
    if (known == null || known.length == 1) {
      return known != null;
    }
    try {
      int choice = of(first);
      for (int feature = first + 1; feature < end; feature++) {
        if (of(feature) != choice) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private int find(int feature) {
    Feature attributes = snapshot.attributesOf(feature);
    int choice = 0;
    int otherwise = 0;
    for (int i = 0; i < pass.rules().size(); i++) {
      ActiveRule rule = pass.rules().get(i);
      if (rule.otherwise()) {
        otherwise |= 1 << i;
      } else if (!(choice != 0 && pass.firstMatchOnly()) && rule.matches(attributes)) {
        choice |= 1 << i;
      }
    }
    return choice == 0 ? otherwise : choice;
  }
}
