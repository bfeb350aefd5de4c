import { useEffect, useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import styles from './audio-view.module.css';
import { loadPeaks, peakCount } from './load-peaks.ts';
import { MediaFrame, MediaProblem } from './media-frame.tsx';
import { drawPeaks } from './peaks.ts';
import { PlayerBar, playerKeys } from './player-bar.tsx';
import type { Marking } from './region-shape.ts';
import { timeMarkKeys } from './time-marks.ts';
import { TimeTrack } from './time-track.tsx';
import { usePlayer } from './use-player.ts';
import { answerKey } from './viewer-keys.ts';

export interface AudioViewProps extends Marking {
  readonly url: string;
  readonly name: string;
  readonly alt?: string | undefined;
  readonly durationMs?: number | null | undefined;
}

/** A sound with its waveform, on which ranges of time can be marked. */
export function AudioView({ url, name, alt, durationMs, ...marking }: AudioViewProps) {
  const element = useRef<HTMLAudioElement>(null);
  const player = usePlayer(element, durationMs);
  const [begunMs, setBegun] = useState<number | null>(null);
  const range = { begunMs, setBegun };
  const ofMark = timeMarkKeys({ marking, ground: player, playRange: player.playRange });
  return (
    <MediaFrame
      label={alt || name}
      onKeyDown={(event) => answerKey(event, ofMark, playerKeys(player, marking, range))}
    >
      <audio ref={element} src={url} preload="metadata" {...player.events} />
      {player.isBroken ? (
        <MediaProblem>{say('This sound cannot be played by this browser.')}</MediaProblem>
      ) : (
        <TimeTrack player={player} marking={marking} begunMs={begunMs}>
          <Waveform key={url} url={url} />
        </TimeTrack>
      )}
      <PlayerBar player={player} marking={marking} range={range} />
    </MediaFrame>
  );
}

function Waveform({ url }: { readonly url: string }) {
  const [peaks, setPeaks] = useState<readonly number[]>([]);
  // Synchronises with the server, which has the sound, and the browser's decoder.
  useEffect(() => {
    const controller = new AbortController();
    loadPeaks(url, controller.signal).then(
      (found) => found && !controller.signal.aborted && setPeaks(found),
      // The player says what is wrong with the sound.
      () => undefined,
    );
    return () => controller.abort();
  }, [url]);
  return (
    <svg
      className={styles.waveform}
      viewBox={`0 -1 ${peakCount} 2`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-peaks={peaks.length}
    >
      <path d={drawPeaks(peaks)} />
    </svg>
  );
}
