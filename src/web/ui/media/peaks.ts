/** The loudest sample of each of a number of equal parts, from 0 to 1, scaled so that the loudest part reaches 1. */
export function computePeaks(samples: Float32Array, parts: number): readonly number[] {
  const peaks: number[] = [];
  for (let part = 0; part < parts; part += 1) {
    const end = Math.floor(((part + 1) * samples.length) / parts);
    let peak = 0;
    for (let at = Math.floor((part * samples.length) / parts); at < end; at += 1)
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    peaks.push(peak);
  }
  const loudest = Math.max(...peaks, 0);
  return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest);
}

/** The outline of a waveform as the path of an SVG: one bar a peak, `parts` wide and 2 high around 0. */
export function drawPeaks(peaks: readonly number[]): string {
  return peaks
    .map((peak, index) => {
      // Silence is a line and not a gap.
      const half = Math.max(peak * 0.96, 0.015).toFixed(3);
      return `M${index + 0.5} -${half}V${half}`;
    })
    .join('');
}
