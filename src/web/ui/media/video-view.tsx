import { ChevronFirst, ChevronLast } from 'lucide-react';
import { useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { MediaFrame, MediaProblem } from './media-frame.tsx';
import { PlayerBar, playerKeys } from './player-bar.tsx';
import type { Marking } from './region-shape.ts';
import { timeMarkKeys } from './time-marks.ts';
import { TimeTrack } from './time-track.tsx';
import { usePlayer } from './use-player.ts';
import styles from './video-view.module.css';
import { answerKey } from './viewer-keys.ts';

export interface VideoViewProps extends Marking {
  readonly url: string;
  readonly name: string;
  readonly alt?: string | undefined;
  readonly durationMs?: number | null | undefined;
  /** Pictures a second, for going from one to the next; browsers do not tell. */
  readonly frameRate?: number | undefined;
}

/** A film that can be gone through picture by picture, on which ranges of time can be marked. */
export function VideoView({ url, name, alt, durationMs, frameRate = 30, ...marking }: VideoViewProps) {
  const element = useRef<HTMLVideoElement>(null);
  const player = usePlayer(element, durationMs);
  const [begunMs, setBegun] = useState<number | null>(null);
  const range = { begunMs, setBegun };
  const step = (frames: number) => () => {
    player.pause();
    player.seek((element.current?.currentTime ?? 0) * 1000 + (frames * 1000) / frameRate);
  };
  const ofMark = timeMarkKeys({ marking, ground: player, playRange: player.playRange });
  const ofFilm = { ',': step(-1), '.': step(1) };
  return (
    <MediaFrame
      label={alt || name}
      onKeyDown={(event) => answerKey(event, ofMark, ofFilm, playerKeys(player, marking, range))}
    >
      {player.isBroken && <MediaProblem>{say('This film cannot be played by this browser.')}</MediaProblem>}
      <video
        ref={element}
        className={styles.film}
        hidden={player.isBroken}
        src={url}
        preload="metadata"
        playsInline
        disablePictureInPicture
        disableRemotePlayback
        onClick={player.toggle}
        {...player.events}
      />
      <div className={styles.track}>
        <TimeTrack player={player} marking={marking} begunMs={begunMs} />
      </div>
      <PlayerBar player={player} marking={marking} range={range}>
        <IconButton label={say('Previous picture')} keyHint="," icon={<ChevronFirst />} onClick={step(-1)} />
        <IconButton label={say('Next picture')} keyHint="." icon={<ChevronLast />} onClick={step(1)} />
      </PlayerBar>
    </MediaFrame>
  );
}
