package org.tuguan.api.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.delivery.Manifest;
import org.tuguan.core.sharing.UsedOperation;

/**
 * {@code /api/v1/deliveries/{token}}: a package, whole or from where a download broke off (RFC
 * 9110, 14; one range a request). Who has the link has the package, as long as it lasts.
 */
@RestController
class PackageController {
  private static final int BUFFER = 1 << 16;

  private final DeliveryLinks links;
  private final JdbcLinks counts;
  private final JdbcDeliveries deliveries;
  private final PackageMaker packages;
  private final DeliverySteps steps;

  PackageController(
      DeliveryLinks links,
      JdbcLinks counts,
      JdbcDeliveries deliveries,
      PackageMaker packages,
      DeliverySteps steps) {
    this.links = links;
    this.counts = counts;
    this.deliveries = deliveries;
    this.packages = packages;
    this.steps = steps;
  }

  /** From the first byte to the last, both included. */
  private record Part(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  @RequestMapping(
      path = DeliveryLinks.PATH + "{token}",
      method = {RequestMethod.GET})
  void get(
      @PathVariable("token") String token,
      @RequestHeader(name = HttpHeaders.RANGE) Optional<String> range,
      @RequestHeader(name = HttpHeaders.IF_RANGE) Optional<String> ifRange,
      HttpServletResponse response)
      throws IOException {
    DeliveryLinks.Opened opened = links.open(token);
    Delivery.Packed packed = opened.packed();
    head(response, packed);
    Optional<Part> part;
    try {
      part =
          ifRange.filter(tag -> !tag.equals(tag(packed))).isPresent()
              ? Optional.empty()
              : part(range, packed.bytes());
    } catch (IllegalArgumentException e) {
      response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + packed.bytes());
      return;
    }
    Part wanted = part.orElse(new Part(0, packed.bytes() - 1));
    if (!counts.reserve(opened.link().id(), wanted.length())) {
      response.reset();
      throw DeliveryLinks.exhausted();
    }
    if (part.isPresent()) {
      response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
      response.setHeader(
          HttpHeaders.CONTENT_RANGE,
          "bytes %d-%d/%d".formatted(wanted.first(), wanted.last(), packed.bytes()));
    }
    response.setContentLengthLong(wanted.length());
    noteUse(opened, wanted);
    send(opened, wanted, response.getOutputStream());
  }

  /** What a client may know before it fetches; counts for nothing. */
  @RequestMapping(
      path = DeliveryLinks.PATH + "{token}",
      method = {RequestMethod.HEAD})
  void head(@PathVariable("token") String token, HttpServletResponse response) {
    Delivery.Packed packed = links.open(token).packed();
    head(response, packed);
    response.setContentLengthLong(packed.bytes());
  }

  private static void head(HttpServletResponse response, Delivery.Packed packed) {
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.ETAG, tag(packed));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(packed.file()).build().toString());
  }

  private static String tag(Delivery.Packed packed) {
    return '"' + packed.sha256() + '"';
  }

  /** Empty for the whole: no range, or several, which may be answered so. */
  private static Optional<Part> part(Optional<String> range, long bytes) {
    List<HttpRange> ranges = HttpRange.parseRanges(range.orElse(null));
    if (ranges.size() != 1) {
      return Optional.empty();
    }
    long first = ranges.get(0).getRangeStart(bytes);
    long last = ranges.get(0).getRangeEnd(bytes);
    if (first >= bytes || last < first) {
      throw new IllegalArgumentException("out of range");
    }
    return Optional.of(new Part(first, last));
  }

  private void noteUse(DeliveryLinks.Opened opened, Part wanted) {
    if (wanted.first() > 0) {
      return;
    }
    List<Manifest.PackagedData> data = deliveries.listData(opened.application().id());
    UsageNotes.served(
        new UsedOperation("API", "delivery", "zip"),
        data.stream().map(Manifest.PackagedData::layer).distinct().toList(),
        Optional.empty());
    data.forEach(each -> UsageNotes.counted(each.layer(), each.features()));
  }

  private void send(DeliveryLinks.Opened opened, Part wanted, OutputStream out) throws IOException {
    long left = wanted.length();
    try (FileChannel file = FileChannel.open(packages.file(opened.packed()))) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      file.position(wanted.first());
      while (left > 0) {
        buffer.clear().limit((int) Math.min(BUFFER, left));
        int read = file.read(buffer);
        if (read < 0) {
          throw new IOException("the package " + opened.packed().file() + " is too short");
        }
        out.write(buffer.array(), 0, read);
        left -= read;
      }
      out.flush();
    } finally {
      if (left > 0) {
        counts.giveBack(opened.link().id(), left);
      }
      if (left < wanted.length()) {
        steps.fetched(
            opened.application().id(), opened.packed(), wanted.first(), wanted.last() + 1 - left);
      }
    }
  }
}
