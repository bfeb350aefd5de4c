import type { Browser, JSHandle, Page } from 'playwright-core';

/** Paints one picture of a film; `at` runs from 0 to 1. */
export type Paint = (pen: CanvasRenderingContext2D, at: number) => void;

interface Film {
  readonly lastsMs: number;
  /** Makes the painter in the page that records. */
  readonly painter: (page: Page) => Promise<JSHandle<Paint>>;
}

/** Records a film of 480 by 300 points. It is made by the browser that shows it: which others it can play depends on its build. */
export async function record(browser: Browser, { lastsMs, painter }: Film): Promise<Uint8Array<ArrayBuffer>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const base64 = await page.evaluate(
    async ({ length, paint }) => {
      const canvas = document.createElement('canvas');
      canvas.width = 480;
      canvas.height = 300;
      const pen = canvas.getContext('2d');
      const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.start();
      const begun = performance.now();
      for (let at = 0; at < 1; at = (performance.now() - begun) / length) {
        if (pen) paint(pen, at);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      await new Promise((resolve) => {
        recorder.onstop = resolve;
        recorder.stop();
      });
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
    },
    { length: lastsMs, paint: await painter(page) },
  );
  await context.close();
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Half a second of colours, beginning at a hue. */
export function recordFilm(browser: Browser, hue = 0): Promise<Uint8Array<ArrayBuffer>> {
  const painter = (page: Page) =>
    page.evaluateHandle((from): Paint => {
      return (pen, at) => {
        pen.fillStyle = `hsl(${from + at * 360} 80% 50%)`;
        pen.fillRect(0, 0, 480, 300);
      };
    }, hue);
  return record(browser, { lastsMs: 500, painter });
}
