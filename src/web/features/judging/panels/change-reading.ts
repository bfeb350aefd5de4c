import type { Preferences } from '#contract/accounts.ts';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';

/** The preferences after a reading command; undefined where the command changes none. */
export function changeReading(preferences: Preferences, id: JudgeCommandId): Preferences | undefined {
  const { fontSizePx, measureCharacters, layout } = preferences;
  switch (id) {
    case 'larger_text':
      return fontSizePx >= 24 ? undefined : { ...preferences, fontSizePx: fontSizePx + 1 };
    case 'smaller_text':
      return fontSizePx <= 13 ? undefined : { ...preferences, fontSizePx: fontSizePx - 1 };
    case 'wider_text':
      return measureCharacters >= 110
        ? undefined
        : { ...preferences, measureCharacters: Math.min(110, measureCharacters + 4) };
    case 'narrower_text':
      return measureCharacters <= 48
        ? undefined
        : { ...preferences, measureCharacters: Math.max(48, measureCharacters - 4) };
    case 'layout':
      return { ...preferences, layout: layout === 'stacked' ? 'side_by_side' : 'stacked' };
    default:
      return undefined;
  }
}
