"""Compares pictures of this server and of MapServer with drawings at four times the resolution, averaged down.

Both draw the same 60 views of the same tables in the same colours and widths, without labels (fonts and places differ by
design). A view is drawn once as it is and once with four times the pixels a side, all widths and sizes four times as
large; the large drawing is averaged over 4 x 4 pixels and is what the small one should look like. Each picture is measured
against both large drawings: its own (which leaves out what the two understand differently: joins, ends of lines) and the
other's. MapServer draws half a pixel to the side of where things are, in large drawings half a small pixel: so that this
alone does not decide, it is also measured after its large drawings have been moved to where they fit best (one move for all
views), and so are we. A difference is the mean over all pixels and the three channels, on white, of 255.
"""

import io
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import numpy
from PIL import Image, ImageDraw

TIMES = 4
VIEWS = (("wms_buildings", 24), ("wms_villages", 16), ("wms_combo", 15), ("wms_3826", 5))
MAPSERV = "/usr/lib/cgi-bin/mapserv"
MOVES = [(right, down) for right in range(-2, 3) for down in range(-2, 3)]
STYLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "styles")
server, kit_files, target = sys.argv[1:4]


def views(workload):
    """Of the kit's list, each place once."""
    seen = {}
    with open(f"{kit_files}/urls/{workload}.tsv", encoding="utf-8") as lines:
        for line in lines:
            view = dict(part.split("=", 1) for part in line.rstrip("\n").split("\t"))
            seen.setdefault(view["bbox"], view)
    return list(seen.values())


def plain_styles(layers):
    """One SLD of the benchmark's styles, without the rules that write labels."""
    parts = []
    for layer in layers.split(","):
        with open(f"{STYLES}/{layer}.sld", encoding="utf-8") as file:
            text = file.read()
        text = re.sub(r"<se:Rule>(?:(?!</se:Rule>).)*<se:TextSymbolizer>.*?</se:Rule>", "", text, flags=re.S)
        parts.append(re.search(r"<NamedLayer>.*</NamedLayer>", text, re.S).group())
        head = text[: text.index("<NamedLayer>")]
    return head + "".join(parts) + "</StyledLayerDescriptor>"


def plain_mapfile():
    with open(f"{kit_files}/conf/bench.map", encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"^\s*LABEL MAXSCALEDENOM.*$", "", text, flags=re.M)
    path = f"{kit_files}/conf/bench_plain.map"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def query(view, times, **more):
    words = dict(SERVICE="WMS", VERSION="1.3.0", REQUEST="GetMap", LAYERS=view["layers"], STYLES="", CRS=view["crs"],
                 BBOX=view["bbox"], WIDTH=int(view["w"]) * times, HEIGHT=int(view["h"]) * times, FORMAT="image/png",
                 TRANSPARENT="TRUE", **more)
    return urllib.parse.urlencode(words)


def on_white(data):
    with Image.open(io.BytesIO(data)) as image:
        pixels = numpy.asarray(image.convert("RGBA"), dtype=numpy.float32)
    alpha = pixels[:, :, 3:] / 255
    return pixels[:, :, :3] * alpha + 255 * (1 - alpha)


def ours(view, times):
    # 90 dpi is one pixel of the style to one of the picture
    body = query(view, times, FORMAT_OPTIONS=f"dpi:{90 * times}", SLD_BODY=plain_styles(view["layers"])).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{server}/wms", body), timeout=120) as reply:
        return on_white(reply.read())


def mapserver(view, times, mapfile):
    # 72 dpi is MapServer's own DEFRESOLUTION
    words = f"map={mapfile}&" + query(view, times, MAP_RESOLUTION=72 * times)
    environment = dict(os.environ, QUERY_STRING=words, REQUEST_METHOD="GET",
                       MAPSERVER_CONFIG_FILE=f"{kit_files}/conf/mapserver.conf")
    reply = subprocess.run([MAPSERV], env=environment, capture_output=True, check=True, timeout=120).stdout
    head, _, body = reply.partition(b"\r\n\r\n")
    if b"image/png" not in head:
        sys.exit(reply.decode("utf-8", "replace"))
    return on_white(body)


def average(large):
    height, width, channels = large.shape
    return large.reshape(height // TIMES, TIMES, width // TIMES, TIMES, channels).mean(axis=(1, 3))


def difference(one, other):
    return float(numpy.abs(one - other).mean())


def middle(pixels, side):
    top, left = (pixels.shape[0] - side) // 2, (pixels.shape[1] - side) // 2
    return pixels[top : top + side, left : left + side]


def moved(small, large):
    """The difference by moves in quarter pixels to the right and down; of the middle, so that nothing comes in."""
    fixed = middle(small, 240)
    return {
        move: difference(fixed, average(middle(numpy.roll(large, move, (1, 0)), 240 * TIMES))) for move in MOVES
    }


def draw(view, mapfile):
    pictures = dict(view=view, ours=ours(view, 1), theirs=mapserver(view, 1, mapfile))
    for who, large in (("ours", ours(view, TIMES)), ("theirs", mapserver(view, TIMES, mapfile))):
        pictures[who + "4"] = average(large)
        pictures[who + "_moved"] = moved(pictures[who], large)
    return pictures


def drawn(workload, count, mapfile):
    """The first views of the list in which there is something."""
    found = []
    with ThreadPoolExecutor(2) as pool:
        for pictures in pool.map(lambda view: draw(view, mapfile), views(workload)[: count + 8]):
            if numpy.ptp(pictures["theirs4"]) > 0 and len(found) < count:
                found.append(pictures)
    return found


def sheet(name, rows, side=256):
    columns = ("ours", "theirs", "ours4", "theirs4")
    image = Image.new("RGB", (side * 4 + 3 * 4, (side + 16) * len(rows)), "white")
    pen = ImageDraw.Draw(image)
    for i, row in enumerate(rows):
        pen.text((2, i * (side + 16) + 2), row["title"], fill="black")
        for j, column in enumerate(columns):
            pixels = row[column]
            part = Image.fromarray(numpy.rint(middle(pixels, side)).astype("uint8"))
            image.paste(part, (j * (side + 4), i * (side + 16) + 16))
    image.save(f"{target}/{name}.png")


def best_move(rows, who):
    """The one move that fits all views best, and the mean difference after it."""
    means = {move: numpy.mean([row[who + "_moved"][move] for row in rows]) for move in MOVES}
    move = min(means, key=means.get)
    return move, means[move]


def main():
    os.makedirs(target, exist_ok=True)
    mapfile = plain_mapfile()
    measures = (("ours", "ours4"), ("theirs", "theirs4"), ("ours", "theirs4"), ("theirs", "ours4"), ("ours4", "theirs4"))
    print("%-14s %4s | %9s %9s | %9s %9s | %9s" % ("view", "zoom", "ours:own", "MS:own", "ours:MS's", "MS:ours", "own:MS's"))
    totals, every, worse = [], [], 0
    for workload, count in VIEWS:
        rows = drawn(workload, count, mapfile)
        every += rows
        for row in rows:
            values = [difference(row[a], row[b]) for a, b in measures]
            totals.append(values)
            worse += values[0] > values[1]
            name = workload.removeprefix("wms_")
            zoom = row["view"].get("res", row["view"]["z"])
            row["title"] = "%s %s   ours %.2f  MapServer %.2f   (each to its own x4)" % (name, zoom, values[0], values[1])
            row["title"] += "   columns: ours, MapServer, ours x4, MapServer x4"
            print("%-14s %4s | %9.3f %9.3f | %9.3f %9.3f | %9.3f" % (name, zoom, *values))
        sheet(workload.removeprefix("wms_"), rows)
    means = numpy.mean(totals, axis=0)
    print("%-14s %4d | %9.3f %9.3f | %9.3f %9.3f | %9.3f" % ("mean", len(totals), *means))
    print(f"views in which ours is further from its own large drawing than MapServer's from its own: {worse}")
    for who in ("ours", "theirs"):
        move, mean = best_move(every, who)
        print("middle, %s large drawing moved by %s quarter pixels: mean %.3f" % (who, move, mean))
    for row in every:
        if row["ours_moved"][(0, 0)] > row["theirs_moved"][move]:
            print("further than MapServer's moved: %s (%.3f)" % (row["title"].split("(")[0], row["theirs_moved"][move]))
    sys.exit(0 if means[0] <= means[1] else 1)


main()
