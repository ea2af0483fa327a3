package org.tuguan.core.issuing;

/**
 * What a part of a price pays for. Rules name the components that they touch; by default those of
 * which {@link #reducible} is true.
 */
public enum Component {
  /** Use of the data (資料使用費), reading, copying. */
  USE(true),
  SERVICE(true),
  /** Collected for somebody else (代收權利金) and kept apart. */
  ROYALTY(false),
  /** Rooms and machines (場地設備使用費). */
  SITE(false),
  /** Discs and tapes (材料費). */
  MEDIA(false),
  /** Printed pages (紙張費). */
  PAPER(false),
  SURCHARGE(true),
  POSTAGE(false),
  FREIGHT(false),
  PACKAGING(false),
  BANK_CHARGE(false),
  /** For one mailing (處理費). */
  HANDLING(false);

  private final boolean reducible;

  Component(boolean reducible) {
    this.reducible = reducible;
  }

  /** True if a reduction that names no components touches this one. */
  public boolean reducible() {
    return reducible;
  }
}
