package org.tuguan.core.access;

import java.util.Objects;

/** To whom a right is given. */
public sealed interface Grantee {
  boolean includes(Caller caller);

  /** False for those who are too many, or too far away, to answer for a layer. */
  default boolean mayManage() {
    return this instanceof OfAgency || this instanceof WithRole || this instanceof OfUser;
  }

  /** The public, signed in or not. */
  record Everyone() implements Grantee {
    @Override
    public boolean includes(Caller caller) {
      return true;
    }
  }

  /** All agencies of the city. */
  record CityAgencies() implements Grantee {
    @Override
    public boolean includes(Caller caller) {
      return caller.agency().isPresent();
    }
  }

  /** One agency of the city. */
  record OfAgency(String agency) implements Grantee {
    public OfAgency {
      Objects.requireNonNull(agency);
    }

    @Override
    public boolean includes(Caller caller) {
      return caller.agency().filter(agency::equals).isPresent();
    }
  }

  /** One partner organisation, or one natural person who is a partner. */
  record OfPartner(long partner) implements Grantee {
    @Override
    public boolean includes(Caller caller) {
      return caller.partner().filter(id -> id == partner).isPresent();
    }
  }

  /** Everybody with a role; their keys too, since a key acts for its holder. */
  record WithRole(Role role) implements Grantee {
    public WithRole {
      Objects.requireNonNull(role);
    }

    @Override
    public boolean includes(Caller caller) {
      return caller.roles().contains(role);
    }
  }

  /** One account. */
  record OfUser(String user) implements Grantee {
    public OfUser {
      Objects.requireNonNull(user);
    }

    @Override
    public boolean includes(Caller caller) {
      return caller.user().filter(user::equals).isPresent();
    }
  }
}
