package org.tuguan.plugin.kpi;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.exports.SpreadsheetCsv;

/** The scoreboard as tables for other programs: CSV and OpenDocument (ISO/IEC 26300). */
final class ScoreboardFiles {
  private static final List<String> HEAD =
      List.of(
          "id",
          "name_zh",
          "name_en",
          "numerator",
          "denominator",
          "value",
          "target",
          "weight",
          "score",
          "state",
          "projected",
          "agency",
          "basis");

  private ScoreboardFiles() {}

  static SpreadsheetCsv csv(Scoreboard board) {
    SpreadsheetCsv table = new SpreadsheetCsv(HEAD.toArray(String[]::new));
    board.indicators().forEach(each -> table.row(row(each).toArray()));
    return table;
  }

  private static List<Object> row(Scored each) {
    return List.of(
        each.id(),
        each.name().zh(),
        each.name().en(),
        each.numerator(),
        each.denominator(),
        orNothing(each.value()),
        orNothing(each.target()),
        each.weight(),
        orNothing(each.score()),
        each.stateTitle().zh(),
        orNothing(each.projected()),
        each.agency(),
        each.basis().zh());
  }

  private static Object orNothing(Optional<BigDecimal> value) {
    return value.<Object>map(each -> each.setScale(4, RoundingMode.HALF_UP)).orElse("");
  }

  static byte[] ods(Scoreboard board) {
    int rows = board.indicators().size();
    Sheet sheet =
        new Sheet("%d-%02d".formatted(board.year(), board.month()), rows + 1, HEAD.size());
    for (int column = 0; column < HEAD.size(); column++) {
      sheet.getRange(0, column).setValue(HEAD.get(column));
      sheet.getRange(0, column).setFontBold(true);
    }
    for (int i = 0; i < rows; i++) {
      List<Object> row = row(board.indicators().get(i));
      for (int column = 0; column < row.size(); column++) {
        Object value = row.get(column);
        sheet
            .getRange(i + 1, column)
            .setValue(value instanceof BigDecimal number ? number.doubleValue() : value);
      }
    }
    SpreadSheet book = new SpreadSheet();
    book.appendSheet(sheet);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      book.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
