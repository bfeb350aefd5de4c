const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });

/** 12,345 as the reader's language writes it. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** A share from 0 to 1 as 42 %. Never 100 % or 0 % unless it is exactly that. */
export function formatShare(share: number): string {
  const rounded = Math.round(share * 100) / 100;
  if (rounded === 1 && share < 1) return percent.format(0.99);
  if (rounded === 0 && share > 0) return percent.format(0.01);
  return percent.format(share);
}

/** 1.2M, for places where a rough figure is enough. */
export function formatCompact(value: number): string {
  return compact.format(value);
}

/** A statistic with a fixed number of decimals, so that columns line up. */
export function formatDecimal(value: number, decimals = 2): string {
  return value.toLocaleString(undefined, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** 41 s, 3 min 05 s, 2 h 10 min. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** 3.4 MB in the reader's language. */
export function formatBytes(bytes: number): string {
  const power = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = byteUnits[power] ?? 'byte';
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / 1000 ** power,
  );
}

const plurals = new Intl.PluralRules('en');

/** "1 item", "2 items". */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${plurals.select(count) === 'one' ? one : many}`;
}
