/** A place in a recording: 1:05.2, or 1:01:05.2 from an hour on. */
export function formatTime(ms: number, digits: 1 | 3 = 1): string {
  const unit = 10 ** (3 - digits);
  const rounded = Math.floor(Math.max(ms, 0) / unit) * unit;
  const [hours, minutes] = [Math.floor(rounded / 3_600_000), Math.floor(rounded / 60_000) % 60];
  const seconds = ((rounded % 60_000) / 1000).toFixed(digits).padStart(3 + digits, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}
