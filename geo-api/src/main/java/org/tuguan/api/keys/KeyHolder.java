package org.tuguan.api.keys;

import java.util.Optional;

/** Whose key it is, and for whom it acts: one account, a city agency, or a partner. */
record KeyHolder(Optional<String> user, Optional<String> agency, Optional<Long> partner) {
  KeyHolder {
    long holders = user.stream().count() + agency.stream().count() + partner.stream().count();
    if (holders != 1) {
      throw new IllegalArgumentException("a key has one holder");
    }
  }

  static KeyHolder ofUser(String user) {
    return new KeyHolder(Optional.of(user), Optional.empty(), Optional.empty());
  }

  static KeyHolder ofAgency(String agency) {
    return new KeyHolder(Optional.empty(), Optional.of(agency), Optional.empty());
  }

  static KeyHolder ofPartner(long partner) {
    return new KeyHolder(Optional.empty(), Optional.empty(), Optional.of(partner));
  }
}
