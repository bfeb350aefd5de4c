import { encodePng } from './encode-png.ts';

export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number];

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A small surface to draw flat shapes on, with soft edges; lengths are pixels. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height * 3);
  }

  /** From one colour at the top to another at the bottom. */
  gradient(top: Colour, bottom: Colour, area: Area = this.#all()): this {
    return this.#fill(area, everywhere, (y) => {
      const share = (y - area.top) / Math.max(1, area.bottom - area.top);
      return [0, 1, 2].map((part) => mix(top[part] ?? 0, bottom[part] ?? 0, share)) as unknown as Colour;
    });
  }

  box(colour: Colour, [left, top, width, height]: readonly [number, number, number, number]): this {
    const area = { left, top, right: left + width, bottom: top + height };
    return this.#fill(area, everywhere, () => colour);
  }

  circle(colour: Colour, [x, y]: Point, radius: number): this {
    return this.ellipse(colour, [x, y], [radius, radius]);
  }

  ellipse(colour: Colour, [x, y]: Point, [across, down]: Point): this {
    const area = { left: x - across - 1, top: y - down - 1, right: x + across + 1, bottom: y + down + 1 };
    const smaller = Math.min(across, down);
    const cover = (atX: number, atY: number) =>
      0.5 + (1 - Math.hypot((atX - x) / across, (atY - y) / down)) * smaller;
    return this.#fill(area, cover, () => colour);
  }

  /** A straight stroke with round ends. */
  line(colour: Colour, [from, to]: readonly [Point, Point], width: number): this {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const area = {
      left: Math.min(from[0], to[0]) - width,
      top: Math.min(from[1], to[1]) - width,
      right: Math.max(from[0], to[0]) + width,
      bottom: Math.max(from[1], to[1]) + width,
    };
    const cover = (x: number, y: number) => {
      const along = ((x - from[0]) * dx + (y - from[1]) * dy) / Math.max(1e-9, dx * dx + dy * dy);
      const at = Math.min(1, Math.max(0, along));
      return 0.5 + width / 2 - Math.hypot(x - from[0] - at * dx, y - from[1] - at * dy);
    };
    return this.#fill(area, cover, () => colour);
  }

  /** A shape without dents, its corners in the order of a clock. */
  polygon(colour: Colour, points: readonly Point[]): this {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const area = {
      left: Math.min(...xs) - 1,
      top: Math.min(...ys) - 1,
      right: Math.max(...xs) + 1,
      bottom: Math.max(...ys) + 1,
    };
    const sides = points.map(
      (point, index) => [point, points[(index + 1) % points.length] ?? point] as const,
    );
    const cover = (x: number, y: number) =>
      0.5 + Math.min(...sides.map(([from, to]) => distanceInside([x, y], from, to)));
    return this.#fill(area, cover, () => colour);
  }

  png(): Buffer<ArrayBuffer> {
    return encodePng({ width: this.width, height: this.height, pixels: this.#pixels });
  }

  #all(): Area {
    return { left: 0, top: 0, right: this.width, bottom: this.height };
  }

  #fill(area: Area, cover: (x: number, y: number) => number, colourAt: (y: number) => Colour): this {
    const [left, right] = [Math.max(0, Math.floor(area.left)), Math.min(this.width, Math.ceil(area.right))];
    const [top, bottom] = [Math.max(0, Math.floor(area.top)), Math.min(this.height, Math.ceil(area.bottom))];
    for (let y = top; y < bottom; y += 1) {
      const colour = colourAt(y);
      for (let x = left; x < right; x += 1) {
        const share = cover === everywhere ? 1 : cover(x + 0.5, y + 0.5);
        if (share > 0) this.#paint((y * this.width + x) * 3, colour, share);
      }
    }
    return this;
  }

  #paint(at: number, [red, green, blue]: Colour, share: number): void {
    const pixels = this.#pixels;
    const most = Math.min(1, share);
    pixels[at] = most === 1 ? red : mix(pixels[at] ?? 0, red, most);
    pixels[at + 1] = most === 1 ? green : mix(pixels[at + 1] ?? 0, green, most);
    pixels[at + 2] = most === 1 ? blue : mix(pixels[at + 2] ?? 0, blue, most);
  }
}

const everywhere = () => 1;

function mix(from: number, to: number, share: number): number {
  return Math.round(from + (to - from) * share);
}

function distanceInside([x, y]: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return (dx * (y - from[1]) - dy * (x - from[0])) / Math.max(1e-9, Math.hypot(dx, dy));
}
