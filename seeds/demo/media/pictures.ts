import { Canvas, type Colour, type Point } from './canvas.ts';
import type { DemoFile } from './demo-file.ts';

const [width, height] = [480, 320];
const sky: readonly [Colour, Colour] = [
  [126, 182, 232],
  [214, 234, 247],
];
const red: Colour = [200, 52, 44];
const green: Colour = [86, 148, 72];
const blue: Colour = [44, 98, 178];
const white: Colour = [250, 250, 247];
const ink: Colour = [43, 46, 52];
const yellow: Colour = [246, 205, 86];
const brown: Colour = [126, 84, 54];

/** Every picture of the demo, drawn anew at each seeding: the same bytes each time. */
export function makePictures(): DemoFile[] {
  return Object.entries(scenes).map(([name, draw]) => {
    const canvas = new Canvas(width, height);
    draw(canvas);
    return { name: `${name}.png`, bytes: canvas.png() };
  });
}

/** A pair each: the first does what its prompt asks for, the second misses something, or is nearly as good. */
const scenes: Readonly<Record<string, (on: Canvas) => void>> = {
  'kite-1': (on) => drawKite(on, { colour: red, clouds: 0 }),
  'kite-2': (on) => drawKite(on, { colour: blue, clouds: 2 }),
  'bars-1': (on) => drawBars(on, [60, 95, 130, 175, 220]),
  'bars-2': (on) => drawBars(on, [60, 120, 85, 220]),
  'moon-1': (on) => drawNight(on, { stars: 7, isFull: true, isMirrored: true }),
  'moon-2': (on) => drawNight(on, { stars: 9, isFull: false, isMirrored: false }),
  'apples-1': (on) => drawApples(on, [red, green, red]),
  'apples-2': (on) => drawApples(on, [red, red, red], [392, 76]),
  'house-1': (on) => drawHouse(on, { windows: [150, 270], doorTop: 190 }),
  'house-2': (on) => drawHouse(on, { windows: [136, 210, 284], doorTop: 150 }),
  'lights-1': (on) => drawLights(on, [false, false, true]),
  'lights-2': (on) => drawLights(on, [true, false, true]),
  'boat-1': (on) => drawBoat(on, { sunX: 78, sails: 2 }),
  'boat-2': (on) => drawBoat(on, { sunX: 402, sails: 1 }),
  'snowman-1': (on) => drawSnowman(on, { hat: ink, buttons: 3 }),
  'snowman-2': (on) => drawSnowman(on, { hat: [88, 60, 110], buttons: 3 }),
};

function drawCloud(on: Canvas, [x, y]: Point): void {
  on.ellipse(white, [x, y], [38, 14])
    .ellipse(white, [x - 16, y - 9], [20, 13])
    .ellipse(white, [x + 14, y - 11], [22, 15]);
}

function drawKite(on: Canvas, { colour, clouds }: { colour: Colour; clouds: number }): void {
  on.gradient(...sky).ellipse(green, [240, 420], [420, 190]);
  if (clouds > 0) drawCloud(on, [104, 74]);
  if (clouds > 1) drawCloud(on, [196, 118]);
  on.line(
    ink,
    [
      [300, 152],
      [214, 262],
    ],
    1.6,
  );
  on.polygon(colour, [
    [300, 46],
    [340, 92],
    [300, 152],
    [262, 92],
  ]);
  on.line(
    white,
    [
      [300, 48],
      [300, 150],
    ],
    2,
  ).line(
    white,
    [
      [264, 92],
      [338, 92],
    ],
    2,
  );
}

function drawBars(on: Canvas, heights: readonly number[]): void {
  on.gradient(white, white)
    .line(
      ink,
      [
        [60, 280],
        [430, 280],
      ],
      2.4,
    )
    .line(
      ink,
      [
        [60, 40],
        [60, 280],
      ],
      2.4,
    );
  for (let step = 1; step <= 4; step += 1)
    on.line(
      [216, 218, 222],
      [
        [62, 280 - step * 55],
        [430, 280 - step * 55],
      ],
      1,
    );
  const place = 360 / heights.length;
  for (const [index, tall] of heights.entries())
    on.box(blue, [70 + index * place, 279 - tall, place - 16, tall]);
}

const starPlaces: readonly Point[] = [
  [60, 40],
  [118, 92],
  [170, 38],
  [226, 78],
  [282, 30],
  [70, 130],
  [190, 132],
  [256, 128],
  [440, 120],
];

function drawNight(on: Canvas, scene: { stars: number; isFull: boolean; isMirrored: boolean }): void {
  on.gradient([16, 24, 58], [52, 66, 116], { left: 0, top: 0, right: width, bottom: 200 });
  on.gradient([30, 44, 88], [14, 22, 48], { left: 0, top: 200, right: width, bottom: height });
  for (const place of starPlaces.slice(0, scene.stars)) on.circle(white, place, 3.2);
  on.circle([248, 240, 206], [372, 72], 34);
  if (!scene.isFull) on.circle([27, 37, 76], [388, 64], 31);
  if (!scene.isMirrored) return;
  for (let row = 0; row < 5; row += 1)
    on.ellipse([206, 204, 190], [372, 216 + row * 18], [30 - row * 4, 3.4]);
}

function drawApple(on: Canvas, colour: Colour, [x, y]: Point): void {
  on.circle(colour, [x - 11, y], 27).circle(colour, [x + 11, y], 27);
  on.line(
    brown,
    [
      [x, y - 24],
      [x + 5, y - 42],
    ],
    4,
  ).ellipse(green, [x + 17, y - 38], [12, 5]);
}

/** The last apple lies elsewhere where a place is given. */
function drawApples(on: Canvas, colours: readonly Colour[], elsewhere?: Point): void {
  on.gradient([244, 236, 222], [230, 216, 196]).box([188, 150, 112], [0, 250, width, 70]);
  const places: readonly Point[] = [[176, 190], [240, 182], elsewhere ?? [304, 190]];
  on.ellipse([70, 102, 132], [240, 206], [128, 18]);
  for (const [index, colour] of colours.entries()) drawApple(on, colour, places[index] ?? [240, 182]);
  const front: readonly Point[] = [
    [112, 206],
    [368, 206],
    [344, 244],
    [312, 266],
    [168, 266],
    [136, 244],
  ];
  on.polygon([92, 128, 158], front);
}

function drawHouse(on: Canvas, { windows, doorTop }: { windows: readonly number[]; doorTop: number }): void {
  on.gradient(...sky).box(green, [0, 270, width, 50]);
  on.box([150, 74, 60], [300, 44, 30, 70]).box([238, 222, 190], [110, 130, 260, 140]);
  on.polygon(
    [168, 82, 66],
    [
      [240, 40],
      [392, 132],
      [88, 132],
    ],
  );
  for (const x of windows) on.box(white, [x, 156, 56, 46]).box([120, 168, 206], [x + 4, 160, 48, 38]);
  on.box(brown, [220, doorTop + 22, 40, 58]).circle(yellow, [252, doorTop + 52], 3);
}

function drawLights(on: Canvas, lit: readonly [boolean, boolean, boolean]): void {
  on.gradient(...sky)
    .box([104, 108, 114], [232, 236, 16, 84])
    .box(ink, [190, 24, 100, 216]);
  const [top, middle, bottom] = lit;
  on.circle(top ? [236, 62, 50] : [76, 40, 40], [240, 64], 29);
  on.circle(middle ? yellow : [78, 70, 38], [240, 132], 29);
  on.circle(bottom ? [70, 208, 104] : [36, 68, 46], [240, 200], 29);
}

function drawBoat(on: Canvas, { sunX, sails }: { sunX: number; sails: number }): void {
  on.gradient([250, 196, 132], [252, 230, 190], { left: 0, top: 0, right: width, bottom: 210 });
  on.circle([252, 240, 196], [sunX, 180], 30);
  on.gradient([66, 124, 158], [32, 74, 108], { left: 0, top: 206, right: width, bottom: height });
  on.line(
    brown,
    [
      [240, 70],
      [240, 226],
    ],
    5,
  );
  on.polygon(white, [
    [247, 76],
    [326, 206],
    [247, 206],
  ]);
  if (sails > 1)
    on.polygon(white, [
      [233, 96],
      [233, 206],
      [168, 206],
    ]);
  on.polygon(
    [140, 60, 50],
    [
      [158, 222],
      [336, 222],
      [300, 262],
      [196, 262],
    ],
  );
}

function drawSnowman(on: Canvas, { hat, buttons }: { hat: Colour; buttons: number }): void {
  on.gradient([186, 206, 226], [226, 236, 244]).box(white, [0, 262, width, 58]);
  on.circle([238, 242, 248], [240, 236], 64)
    .circle([244, 247, 251], [240, 150], 46)
    .circle(white, [240, 86], 32);
  on.box(hat, [206, 54, 68, 8]).box(hat, [216, 18, 48, 40]);
  on.circle(ink, [229, 80], 3.6).circle(ink, [251, 80], 3.6);
  on.polygon(
    [230, 126, 46],
    [
      [240, 88],
      [276, 94],
      [240, 98],
    ],
  );
  for (let button = 0; button < buttons; button += 1) on.circle(ink, [240, 132 + button * 18], 3.6);
  on.line(
    brown,
    [
      [196, 142],
      [132, 108],
    ],
    4,
  ).line(
    brown,
    [
      [284, 142],
      [348, 112],
    ],
    4,
  );
}
