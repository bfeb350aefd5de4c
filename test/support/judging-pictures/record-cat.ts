import type { Browser, Page } from 'playwright-core';
import { type Paint, record } from '#test/support/record-film.ts';

/** A cat that jumps from a chair onto a table; below 1 its legs are too short for it. */
export function recordCat(browser: Browser, legs: number): Promise<Uint8Array<ArrayBuffer>> {
  return record(browser, { lastsMs: 1_600, painter: (page) => paintCat(page, legs) });
}

/** Runs in the page, so everything that it needs stands in it. */
function paintCat(page: Page, legs: number) {
  return page.evaluateHandle((leg): Paint => {
    return (pen, at) => {
      const box = (colour: string, ...place: [number, number, number, number]) => {
        pen.fillStyle = colour;
        pen.fillRect(...place);
      };
      box('#e9e2d2', 0, 0, 480, 300);
      box('#b99b72', 0, 252, 480, 48);
      for (const left of [50, 122]) box('#6b4a2f', left, 180, 10, 72);
      box('#6b4a2f', 50, 92, 10, 90);
      box('#80593a', 46, 172, 90, 12);
      for (const left of [290, 432]) box('#6b4a2f', left, 150, 12, 102);
      box('#80593a', 276, 138, 180, 14);
      const jump = Math.min(1, Math.max(0, (at - 0.25) / 0.5));
      const x = 92 + jump * 268;
      const y = 172 - jump * 34 - Math.sin(jump * Math.PI) * 78;
      for (const by of [-24, -14, 12, 22]) box('#3a3733', x + by, y - 20, 6, 20 * leg);
      pen.fillStyle = '#4a4641';
      pen.beginPath();
      pen.ellipse(x, y - 28, 34, 15, 0, 0, 7);
      pen.arc(x + 38, y - 40, 13, 0, 7);
      pen.fill();
      pen.beginPath();
      for (const ear of [30, 40]) {
        pen.moveTo(x + ear, y - 48);
        pen.lineTo(x + ear + 4, y - 62);
        pen.lineTo(x + ear + 9, y - 49);
      }
      pen.fill();
      pen.strokeStyle = '#4a4641';
      pen.lineWidth = 6;
      pen.beginPath();
      pen.moveTo(x - 30, y - 32);
      pen.quadraticCurveTo(x - 62, y - 36, x - 54, y - 66);
      pen.stroke();
    };
  }, legs);
}
