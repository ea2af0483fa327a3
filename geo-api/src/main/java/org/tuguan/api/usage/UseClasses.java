package org.tuguan.api.usage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tuguan.core.sharing.UsageParty;
import org.tuguan.core.sharing.UseClass;
import org.tuguan.core.sharing.UseFacts;
import org.tuguan.core.sharing.UseOutcome;
import org.tuguan.core.sharing.UseRules;

/** Finds the class of requests, remembering some thousand of what was seen. For one thread. */
final class UseClasses {
  private static final int REMEMBERED = 2_000;

  private final UseRules rules;
  private final OwnTests own;
  private final boolean paths;
  private final Map<UseFacts, UseClass> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UseFacts, UseClass> eldest) {
          return size() > REMEMBERED;
        }
      };

  UseClasses(UseRules rules, OwnTests own) {
    this.rules = rules;
    this.own = own;
    this.paths = rules.lookAtPaths();
  }

  int version() {
    return rules.version();
  }

  UseClass of(UsageNote note, UsageParty party, UseOutcome outcome) {
    UseFacts facts =
        new UseFacts(
            note.method(),
            paths ? note.path() : "",
            note.agent(),
            note.operation().operation(),
            outcome,
            party.isAnonymous(),
            own.include(party.user(), note.address(), note.sign()));
    return known.computeIfAbsent(facts, rules::classify);
  }
}
