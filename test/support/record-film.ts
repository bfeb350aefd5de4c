import type { Browser } from 'playwright-core';

/** Records half a second of colours. Films are made by the browser that shows them: which others it can play depends on its build. */
export async function recordFilm(
  browser: Browser,
  address: string,
  hue = 0,
): Promise<Uint8Array<ArrayBuffer>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/healthz`);
  const base64 = await page.evaluate(async (from) => {
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 120;
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    for (let frame = 0; frame < 12; frame += 1) {
      if (pen) pen.fillStyle = `hsl(${from + frame * 30} 80% 50%)`;
      pen?.fillRect(0, 0, 160, 120);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await new Promise((resolve) => {
      recorder.onstop = resolve;
      recorder.stop();
    });
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  }, hue);
  await context.close();
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
