package org.tuguan.api.people;

/**
 * A partner as {@code /api/v1} shows it.
 *
 * @param applicantClass code of a {@link org.tuguan.core.access.ApplicantClass}
 */
public record PartnerJson(long id, String name, String applicantClass) {
  public static PartnerJson of(Partner partner) {
    return new PartnerJson(partner.id(), partner.name(), partner.applicantClass().code());
  }
}
