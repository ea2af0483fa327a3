package org.tuguan.core;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Parts are held, not inherited. */
final class Inheritance {
  private Inheritance() {}

  /** No class below this package as a superclass, exceptions apart. */
  static ArchCondition<JavaClass> fromOutsideOnly(String root) {
    return new ArchCondition<>("extend no class of " + root) {
      @Override
      public void check(JavaClass each, ConditionEvents events) {
        each.getRawSuperclass()
            .filter(parent -> parent.getPackageName().startsWith(root))
            .filter(parent -> !parent.isAssignableTo(Throwable.class))
            .ifPresent(
                parent ->
                    events.add(
                        SimpleConditionEvent.violated(
                            each, each.getName() + " extends " + parent.getName())));
      }
    };
  }
}
