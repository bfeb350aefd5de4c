import type { ReactElement, ReactNode } from 'react';
import styles from './dot-interval-plot.module.css';
import { type Domain, percentAt } from './linear-scale.ts';

export interface DotInterval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The value in words, beside the dot. */
  readonly text: string;
  /** What stands there in place of a dot, and why. */
  readonly reason?: string | undefined;
  /** Everything in words: for screen readers, and for whoever points at the dot. */
  readonly detail: string;
}

export interface DotPanel {
  readonly key: string;
  readonly label: string;
  readonly domain: Domain;
  readonly ticks: readonly number[];
  readonly formatTick: (tick: number) => string;
  /** A line across all rows, such as a threshold. */
  readonly line?: { readonly value: number; readonly label: string } | undefined;
  /** A stretch of the scale across all rows, such as what is usual. */
  readonly band?: { readonly from: number; readonly to: number; readonly label: string } | undefined;
}

export interface DotRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly cells: Readonly<Record<string, DotInterval>>;
}

interface DotIntervalPlotProps {
  readonly label: string;
  /** What the first column holds. */
  readonly rowsLabel: string;
  readonly panels: readonly DotPanel[];
  readonly rows: readonly DotRow[];
  /** Puts each drawn dot inside something, most often a link to the data behind it. */
  readonly wrap?: (place: { rowKey: string; detail: string; plot: ReactElement }) => ReactNode;
}

function Track({ panel, cell }: { readonly panel: DotPanel; readonly cell: DotInterval }) {
  const x = (value: number) => `${percentAt(value, panel.domain)}%`;
  return (
    <svg className={styles.track} aria-hidden="true">
      {panel.band && (
        <rect
          className={styles.band}
          x={x(panel.band.from)}
          width={`${percentAt(panel.band.to, panel.domain) - percentAt(panel.band.from, panel.domain)}%`}
          y="0"
          height="100%"
        />
      )}
      <line className={styles.base} x1="0%" x2="100%" y1="50%" y2="50%" />
      {panel.line && (
        <line className={styles.line} x1={x(panel.line.value)} x2={x(panel.line.value)} y1="0" y2="100%" />
      )}
      {cell.low !== null && cell.high !== null && (
        <line className={styles.interval} x1={x(cell.low)} x2={x(cell.high)} y1="50%" y2="50%" />
      )}
      {cell.value !== null && <circle className={styles.dot} cx={x(cell.value)} cy="50%" r="4.5" />}
    </svg>
  );
}

function Axis({ panel }: { readonly panel: DotPanel }) {
  return (
    <div className={styles.axis} aria-hidden="true">
      {panel.ticks.map((tick) => (
        <span key={tick} style={{ left: `${percentAt(tick, panel.domain)}%` }}>
          {panel.formatTick(tick)}
        </span>
      ))}
    </div>
  );
}

function PanelHead({ panel }: { readonly panel: DotPanel }) {
  return (
    <th scope="col" className={styles.panelHead}>
      {panel.label}
      {panel.line && <span className={styles.lineNote}>{panel.line.label}</span>}
      {panel.band && (
        <span className={styles.lineNote}>
          <span className={styles.bandKey} aria-hidden="true" />
          {panel.band.label}
        </span>
      )}
      <Axis panel={panel} />
    </th>
  );
}

/** Estimates as dots with their intervals, a row each; several measures stand side by side on scales of their own. */
export function DotIntervalPlot({ label, rowsLabel, panels, rows, wrap }: DotIntervalPlotProps) {
  const draw = (row: DotRow, panel: DotPanel) => {
    const cell = row.cells[panel.key];
    if (cell === undefined) return null;
    if (cell.value === null) return <span className={styles.reason}>{cell.reason ?? cell.text}</span>;
    const plot = (
      <span className={styles.cell}>
        <Track panel={panel} cell={cell} />
        <span className={styles.text}>{cell.text}</span>
      </span>
    );
    return wrap ? wrap({ rowKey: row.key, detail: cell.detail, plot }) : plot;
  };
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles.rowsHead}>
            {rowsLabel}
          </th>
          {panels.map((panel) => (
            <PanelHead key={panel.key} panel={panel} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={styles.row}>
            <th scope="row" className={styles.label}>
              {row.label}
              {row.note !== undefined && <span className={styles.note}>{row.note}</span>}
            </th>
            {panels.map((panel) => (
              <td key={panel.key} data-label={panel.label}>
                {draw(row, panel)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
