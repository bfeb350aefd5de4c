import { message, say } from '#web/messages/say.ts';
import styles from './live-dot.module.css';

interface LiveDotProps {
  readonly state: 'connecting' | 'live' | 'lost';
}

const words = {
  connecting: message('Connecting'),
  live: message('Live'),
  lost: message('Reconnecting'),
} as const;

/** Whether the page follows what happens, in a dot and a word. */
export function LiveDot({ state }: LiveDotProps) {
  return (
    <span className={styles.live} data-state={state} role="status">
      <span className={styles.dot} aria-hidden="true" />
      {say(words[state])}
    </span>
  );
}
