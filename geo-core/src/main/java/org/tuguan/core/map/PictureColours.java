package org.tuguan.core.map;

import java.util.Arrays;
import org.geotools.api.style.ChannelSelection;
import org.geotools.api.style.SelectedChannelType;

/**
 * Bands shown as they are: three as red, green and blue, a second or fourth that is not shown as
 * transparency; otherwise one as grey. Values are stretched from the least to the greatest of the
 * whole raster, unless they are bytes. Belongs to one thread.
 */
final class PictureColours implements CellColours {
  private final int[] channels;
  private final int alpha;
  private final double min;
  private final double scale;
  private final double gamma;

  /**
   * @param selection which bands to show, counted from 1; may be null
   * @param bands of the raster
   * @param range least and greatest value
   * @param gamma above 1 makes the middle brighter
   */
  PictureColours(ChannelSelection selection, int bands, double[] range, double gamma) {
    this.channels = channels(selection, bands);
    boolean spare = Arrays.stream(channels).noneMatch(channel -> channel == bands - 1);
    this.alpha = spare && (bands == 2 || bands == 4) ? bands - 1 : -1;
    this.min = range[0];
    this.scale = range[1] > range[0] ? 1 / (range[1] - range[0]) : 0;
    this.gamma = gamma > 0 ? gamma : 1;
  }

  private static int[] channels(ChannelSelection selection, int bands) {
    if (selection != null && selection.getGrayChannel() != null) {
      int grey = band(selection.getGrayChannel(), bands);
      return new int[] {grey, grey, grey};
    }
    if (selection != null && selection.getRGBChannels() != null) {
      SelectedChannelType[] rgb = selection.getRGBChannels();
      if (rgb.length == 3 && rgb[0] != null && rgb[1] != null && rgb[2] != null) {
        return new int[] {band(rgb[0], bands), band(rgb[1], bands), band(rgb[2], bands)};
      }
    }
    return bands >= 3 ? new int[] {0, 1, 2} : new int[] {0, 0, 0};
  }

  /** Position of a channel that is named by its number; the first if it cannot be understood. */
  static int band(SelectedChannelType channel, int bands) {
    Integer number =
        channel.getChannelName() == null
            ? null
            : channel.getChannelName().evaluate(null, Integer.class);
    return number == null ? 0 : Math.max(0, Math.min(bands - 1, number - 1));
  }

  @Override
  public boolean continuous() {
    return true;
  }

  @Override
  public int argb(double[] values) {
    int opacity = alpha < 0 ? 255 : (int) Math.max(0, Math.min(255, values[alpha]));
    return opacity << 24
        | level(values[channels[0]]) << 16
        | level(values[channels[1]]) << 8
        | level(values[channels[2]]);
  }

  private int level(double value) {
    double share = Math.max(0, Math.min(1, (value - min) * scale));
    return (int) Math.round(255 * (gamma == 1 ? share : Math.pow(share, 1 / gamma)));
  }
}
