"""A plot of times against numbers of models, both axes logarithmic, as SVG."""

import html
import math

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 170, 40, 50
COLORS = ["#1b6ca8", "#7a7a7a", "#2a9d5c", "#8e5cc2", "#d1495b", "#c98a1b", "#3aa6b9"]


def seconds(value):
    return f"{value:g} s" if value >= 1 else f"{value * 1000:g} ms"


def plot(path, title, lines):
    """Writes `lines`, pairs of a name and points (models, seconds), to the file at `path`."""
    points = [point for _, line in lines for point in line]
    low_x, high_x = (math.log10(pick(x for x, _ in points)) for pick in (min, max))
    low_y = math.floor(math.log10(min(y for _, y in points)))
    high_y = math.ceil(math.log10(max(y for _, y in points)))

    def place(x, y):
        return (LEFT + (math.log10(x) - low_x) / (high_x - low_x) * (WIDTH - LEFT - RIGHT),
                HEIGHT - BOTTOM - (math.log10(y) - low_y) / (high_y - low_y) * (HEIGHT - TOP - BOTTOM))

    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="22" font-size="15">{html.escape(title)}</text>',
    ]
    for power in range(low_y, high_y + 1):
        _, y = place(10 ** low_x, 10 ** power)
        svg.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="#ddd"/>')
        svg.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{seconds(10.0 ** power)}</text>')
    for x in sorted({x for x, _ in points}):
        at, _ = place(x, 10 ** low_y)
        svg.append(f'<line x1="{at:.1f}" y1="{TOP}" x2="{at:.1f}" y2="{HEIGHT - BOTTOM}" stroke="#eee"/>')
        svg.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:,}</text>')
    svg.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">models in the schema</text>')
    # Names stand at the end of their lines, moved apart where they would touch.
    ends = sorted((*place(*line[-1]), number) for number, (_, line) in enumerate(lines))
    column, below = None, 0.0
    for right, at, number in ends:
        name, line = lines[number]
        if right != column:
            column, below = right, 0.0
        color = COLORS[number % len(COLORS)]
        places = [place(*point) for point in line]
        svg.append(
            f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}" fill="none" stroke="{color}" '
            'stroke-width="2"/>')
        svg += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in places]
        label = max(at, below + 15)
        below = label
        svg.append(f'<text x="{places[-1][0] + 8:.1f}" y="{label + 4:.1f}" fill="{color}">{html.escape(name)}</text>')
    svg.append("</svg>")
    with open(path, "w") as file:
        file.write("\n".join(svg) + "\n")
