/** How what is written in a task came about: counts and times, never what was typed. */
export interface Typing {
  /** Characters that came by keys, also what a spelling aid put in. */
  readonly typed: number;
  /** Characters that were pasted or dropped from elsewhere. */
  readonly pasted: number;
  /** Characters that were pasted or dropped from this page: the task itself, or one's own words. */
  readonly taken: number;
  /** Times that something was pasted or dropped, from wherever. */
  readonly pastes: number;
  /** Times that something was deleted. */
  readonly corrections: number;
  /** Time between one change and the next, pauses left out. */
  readonly typingMs: number;
}

export const noTyping: Typing = { typed: 0, pasted: 0, taken: 0, pastes: 0, corrections: 0, typingMs: 0 };

/** Far beyond what one task holds: more than this is refused. */
export const typingLimits = { characters: 5_000_000, times: 1_000_000, ms: 86_400_000 } as const;

export interface TypingAct {
  readonly kind: 'typed' | 'pasted' | 'taken' | 'corrected';
  readonly characters: number;
  readonly atMs: number;
}

/** Longer than this between two changes is thinking or reading, not typing. */
export const longestPauseMs = 3_000;

/** Counts as it goes; `lastAtMs` is when the last change was, null before the first one. */
export interface TypingCount {
  readonly typing: Typing;
  readonly lastAtMs: number | null;
}

export const startTyping: TypingCount = { typing: noTyping, lastAtMs: null };

export function countTyping({ typing, lastAtMs }: TypingCount, act: TypingAct): TypingCount {
  const { kind, characters, atMs } = act;
  const sinceMs = lastAtMs === null ? 0 : atMs - lastAtMs;
  const isPaste = kind === 'pasted' || kind === 'taken';
  const added = (counted: TypingAct['kind']) =>
    kind === counted ? Math.min(characters, typingLimits.characters) : 0;
  const most = typingLimits;
  return {
    lastAtMs: atMs,
    typing: {
      typed: Math.min(most.characters, typing.typed + added('typed')),
      pasted: Math.min(most.characters, typing.pasted + added('pasted')),
      taken: Math.min(most.characters, typing.taken + added('taken')),
      pastes: Math.min(most.times, typing.pastes + (isPaste ? 1 : 0)),
      corrections: Math.min(most.times, typing.corrections + (kind === 'corrected' ? 1 : 0)),
      // A clock that was set back counts for nothing.
      typingMs: Math.min(
        most.ms,
        typing.typingMs + (sinceMs > 0 && sinceMs <= longestPauseMs ? Math.round(sinceMs) : 0),
      ),
    },
  };
}

/** Whether anything was written at all. */
export function hasTyping({ typed, pastes, corrections }: Typing): boolean {
  return typed + pastes + corrections > 0;
}
