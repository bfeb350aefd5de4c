import { type RefObject, useEffect, useEffectEvent, useReducer, useRef } from 'react';

export interface PlayerState {
  readonly isPlaying: boolean;
  readonly currentMs: number;
  /** Null until it is known. */
  readonly durationMs: number | null;
  readonly rate: number;
  readonly isBroken: boolean;
}

export interface Player extends PlayerState {
  toggle(): void;
  pause(): void;
  seek(ms: number): void;
  /** Plays from one place to another and stops there. */
  playRange(startMs: number, endMs: number): void;
  setRate(rate: number): void;
  /** To be spread on the audio or video element. */
  readonly events: Record<
    | 'onLoadedMetadata'
    | 'onPlay'
    | 'onPause'
    | 'onEnded'
    | 'onTimeUpdate'
    | 'onSeeked'
    | 'onDurationChange'
    | 'onRateChange'
    | 'onError',
    () => void
  >;
}

export const rates = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
const idle: PlayerState = { isPlaying: false, currentMs: 0, durationMs: null, rate: 1, isBroken: false };

function readElement(element: HTMLMediaElement, knownMs: number | null | undefined): Partial<PlayerState> {
  const seconds = element.duration;
  return {
    isPlaying: !element.paused && !element.ended,
    currentMs: Math.round(element.currentTime * 1000),
    // Recorders write films without a length; then what the server found out counts.
    durationMs: Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : (knownMs ?? null),
    rate: element.playbackRate,
  };
}

/** Plays an audio or video element and tells how it stands. */
export function usePlayer(ref: RefObject<HTMLMediaElement | null>, knownMs?: number | null): Player {
  const [state, set] = useReducer(
    (all: PlayerState, more: Partial<PlayerState>) => ({ ...all, ...more }),
    idle,
  );
  const look = () => {
    if (ref.current) set(readElement(ref.current, knownMs));
  };
  useSmoothTime({ ref, isPlaying: state.isPlaying, look });
  const stopAt = useStopAt(ref);
  const seek = (ms: number) => {
    const element = ref.current;
    if (!element) return;
    const end = state.durationMs ?? Number.POSITIVE_INFINITY;
    element.currentTime = Math.min(Math.max(ms, 0), end) / 1000;
    look();
  };
  const play = () => {
    // Refused where nothing was loaded; the element's own event tells.
    ref.current?.play()?.catch(() => undefined);
  };
  return {
    ...state,
    toggle() {
      stopAt(null);
      if (state.isPlaying) ref.current?.pause();
      else play();
    },
    pause: () => ref.current?.pause(),
    seek(ms) {
      stopAt(null);
      seek(ms);
    },
    playRange(startMs, endMs) {
      seek(startMs);
      stopAt(endMs);
      play();
    },
    setRate(rate) {
      if (ref.current) ref.current.playbackRate = rate;
    },
    events: {
      onLoadedMetadata: () => ref.current && findLength(ref.current),
      ...{ onPlay: look, onPause: look, onEnded: look, onTimeUpdate: look, onSeeked: look },
      ...{ onDurationChange: look, onRateChange: look, onError: () => set({ isBroken: true }) },
    },
  };
}

/** Recorders write films without a length. A browser that is sent far beyond the end finds it, and comes back. */
function findLength(element: HTMLMediaElement): void {
  if (element.duration !== Number.POSITIVE_INFINITY) return;
  const comeBack = () => {
    if (!Number.isFinite(element.duration)) return;
    element.removeEventListener('durationchange', comeBack);
    element.currentTime = 0;
  };
  element.addEventListener('durationchange', comeBack);
  element.currentTime = 1e7;
}

/** The browser tells the time four times a second; while it plays the line on screen moves with every picture. */
function useSmoothTime(given: {
  readonly ref: RefObject<HTMLMediaElement | null>;
  readonly isPlaying: boolean;
  readonly look: () => void;
}): void {
  const { isPlaying } = given;
  const look = useEffectEvent(given.look);
  // Synchronises with the pictures of the screen, unless people want nothing to move.
  useEffect(() => {
    if (!isPlaying || globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches) return;
    let frame = requestAnimationFrame(function next() {
      look();
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying]);
}

/** Lets the element stop at a place; null lets it go on. */
function useStopAt(ref: RefObject<HTMLMediaElement | null>): (ms: number | null) => void {
  const stopMs = useRef<number | null>(null);
  // Synchronises with the time of the element.
  useEffect(() => {
    const element = ref.current;
    const stop = () => {
      if (element === null || stopMs.current === null || element.currentTime * 1000 < stopMs.current) return;
      stopMs.current = null;
      element.pause();
    };
    element?.addEventListener('timeupdate', stop);
    return () => element?.removeEventListener('timeupdate', stop);
  }, [ref]);
  return (ms) => {
    stopMs.current = ms;
  };
}
