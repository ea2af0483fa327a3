package org.tuguan.api.people;

import java.util.Objects;
import org.tuguan.core.access.ApplicantClass;

/** An organisation, or a natural person, outside the city government that uses its data. */
public record Partner(long id, String name, ApplicantClass applicantClass) {
  public Partner {
    Objects.requireNonNull(name);
    Objects.requireNonNull(applicantClass);
  }
}
