package org.tuguan.core.catalog;

import org.tuguan.core.LocalText;

/** A group of layers; the demonstration city has the nine databases of the NGIS (國土資訊系統九大資料庫). */
public record Theme(String id, LocalText title) {}
