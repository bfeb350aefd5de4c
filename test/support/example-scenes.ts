/** These run inside a page of a browser, and so must hold all that they use. */

/** A red bicycle at a yellow wall as a PNG in base64. */
export function drawBicycle(scene: { hasSpokes: boolean; hasWalker: boolean }): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [720, 480];
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser does not draw.');
  const fill = (colour: string, ...box: [number, number, number, number]) => {
    pen.fillStyle = colour;
    pen.fillRect(...box);
  };
  const line = (colour: string, width: number, ...points: readonly [number, number][]) => {
    [pen.strokeStyle, pen.lineWidth, pen.lineCap, pen.lineJoin] = [colour, width, 'round', 'round'];
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.stroke();
  };
  const ring = (x: number, y: number, radius: number, colour: string, width: number) => {
    [pen.strokeStyle, pen.lineWidth] = [colour, width];
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.stroke();
  };
  const spokes = (x: number, y: number) => {
    for (let at = 0; at < 12; at += 1) {
      const [dx, dy] = [Math.cos((at * Math.PI) / 6), Math.sin((at * Math.PI) / 6)];
      line('#b9b9b9', 1.5, [x, y], [x + 78 * dx, y + 78 * dy]);
    }
  };
  fill('#e3b93c', 0, 0, 720, 380);
  for (let y = 38; y < 380; y += 38) fill('#d5aa30', 0, y, 720, 2);
  for (let y = 0; y < 380; y += 38)
    for (let x = (y / 38) % 2 === 0 ? 0 : 45; x < 720; x += 90) fill('#d5aa30', x, y, 2, 38);
  fill('#8d8577', 0, 380, 720, 100);
  fill('#7a7265', 0, 380, 720, 8);
  // The light comes low, from the left.
  pen.fillStyle = 'rgba(255, 236, 170, 0.35)';
  pen.beginPath();
  for (const [x, y] of [
    [0, 60],
    [720, 250],
    [720, 380],
    [0, 300],
  ] as const)
    pen.lineTo(x, y);
  pen.fill();
  if (scene.hasWalker) {
    fill('#3a4a63', 560, 190, 46, 110);
    pen.fillStyle = '#c99a78';
    pen.beginPath();
    pen.arc(583, 164, 24, 0, 2 * Math.PI);
    pen.fill();
    line('#2b3442', 17, [574, 300], [556, 384]);
    line('#2b3442', 17, [592, 300], [616, 384]);
    line('#3a4a63', 13, [566, 205], [540, 262]);
    line('#3a4a63', 13, [600, 205], [626, 258]);
  }
  const [back, front, y] = [230, 460, 322] as const;
  line('rgba(60, 50, 30, 0.25)', 12, [back - 60, 404], [front + 110, 404]);
  spokes(back, y);
  if (scene.hasSpokes) spokes(front, y);
  for (const x of [back, front]) {
    ring(x, y, 80, '#26221f', 9);
    ring(x, y, 6, '#555', 6);
  }
  line('#b8261f', 10, [back, y], [300, 210], [425, 205], [330, y], [back, y]);
  line('#b8261f', 10, [300, 210], [330, y]);
  line('#b8261f', 10, [front, y], [418, 180]);
  line('#26221f', 9, [300, 210], [292, 182]);
  line('#26221f', 13, [264, 180], [318, 180]);
  line('#26221f', 8, [418, 180], [440, 166], [466, 176]);
  ring(330, y, 17, '#444', 7);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/** A cat that jumps from a chair onto a table, two seconds of WebM in base64. */
export async function recordJump(scene: { isMelting: boolean; drifts: boolean }): Promise<string> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 240];
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser does not draw.');
  const box = (colour: string, ...place: [number, number, number, number]) => {
    pen.fillStyle = colour;
    pen.fillRect(...place);
  };
  const drop = (x: number, y: number, width: number, height: number) => {
    pen.beginPath();
    pen.ellipse(x, y, width, height, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  const drawCat = (x: number, y: number, isMelted: boolean) => {
    pen.fillStyle = '#4a4038';
    drop(x, y - 16, 26, 12);
    drop(x + 24, y - 28, 10, 9);
    for (const ear of [18, 28]) {
      pen.beginPath();
      for (const [dx, dy] of [
        [-4, -34],
        [0, -44],
        [4, -34],
      ] as const)
        pen.lineTo(x + ear + dx, y + dy);
      pen.fill();
    }
    if (isMelted) drop(x, y - 6, 9, 8);
    else for (const leg of [-18, -10, 10, 18]) box('#4a4038', x + leg - 2, y - 10, 5, 11);
    pen.strokeStyle = '#4a4038';
    pen.lineWidth = 5;
    pen.beginPath();
    pen.moveTo(x - 24, y - 20);
    pen.quadraticCurveTo(x - 42, y - 26, x - 38, y - 44);
    pen.stroke();
  };
  const draw = (part: number) => {
    const shift = scene.drifts ? part * 46 : 0;
    const jump = Math.min(1, Math.max(0, (part - 0.25) / 0.45));
    box('#d9e2e6', 0, 0, 320, 240);
    pen.save();
    pen.translate(shift, 0);
    box('#b79f84', -60, 200, 440, 40);
    box('#8a5a33', 30, 150, 70, 9);
    box('#8a5a33', 30, 96, 8, 60);
    for (const x of [32, 90]) box('#8a5a33', x, 156, 7, 46);
    box('#6d4526', 180, 122, 120, 10);
    for (const x of [188, 284]) box('#6d4526', x, 130, 9, 72);
    const y = 150 - 28 * jump - 70 * Math.sin(Math.PI * jump);
    drawCat(68 + 172 * jump, y, scene.isMelting && jump > 0.3 && jump < 0.7);
    pen.restore();
  };
  draw(0);
  const recorder = new MediaRecorder(canvas.captureStream(20), {
    mimeType: 'video/webm;codecs=vp8',
    videoBitsPerSecond: 250_000,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.start();
  for (let frame = 0; frame <= 40; frame += 1) {
    draw(frame / 40);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => {
    recorder.onstop = resolve;
    recorder.stop();
  });
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}
