import type { Terminal } from './terminal.ts';

export interface ProgressState {
  readonly label: string;
  /** 0 to 1; null where the end is unknown. */
  readonly share: number | null;
  readonly facts: string;
}

export interface Progress {
  show(state: ProgressState): void;
  /** Leaves a clean line. */
  end(): void;
}

const barWidth = 24;
const plainEveryMs = 5_000;

/** A bar that draws over itself for a person; for a log, a plain line now and then. */
export function createProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  let saidAt = now();
  return {
    show(state) {
      if (terminal.isInteractive) {
        terminal.draw(formatBar(state).slice(0, terminal.columns - 1));
        return;
      }
      if (now() - saidAt < plainEveryMs) return;
      saidAt = now();
      terminal.note(formatPlain(state));
    },
    end: () => terminal.draw(''),
  };
}

export function formatBar({ label, share, facts }: ProgressState): string {
  if (share === null) return `${label} ${facts}`;
  const filled = Math.round(Math.min(1, share) * barWidth);
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${percent(share)} ${facts}`;
}

function formatPlain({ label, share, facts }: ProgressState): string {
  return share === null ? `${label}: ${facts}` : `${label}: ${percent(share)}, ${facts}`;
}

function percent(share: number): string {
  return `${Math.floor(Math.min(1, share) * 100)} %`;
}
