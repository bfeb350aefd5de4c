import type { MarkedUnit } from './mark-list.ts';
import { listSentences, moveEdge, moveSentence, type Passage } from './pick-passage.ts';

/** What a key does while a passage is being chosen. */
export type PickingStep =
  | { readonly kind: 'move'; readonly unitId: string; readonly passage: Passage }
  | { readonly kind: 'mark'; readonly isWhole: boolean }
  | { readonly kind: 'leave' };

interface PickingKey {
  readonly key: string;
  readonly isShift: boolean;
}

interface Standing {
  readonly units: readonly MarkedUnit[];
  readonly unitId: string;
  readonly passage: Passage;
}

/** Up and down go by sentences, left and right move the end by words (with Shift the beginning), digits change the text. */
export function stepPicking({ key, isShift }: PickingKey, standing: Standing): PickingStep | undefined {
  const { units, unitId, passage } = standing;
  const text = units.find((unit) => unit.unitId === unitId)?.text ?? '';
  const move = (next: Passage): PickingStep => ({ kind: 'move', unitId, passage: next });
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return move(moveSentence(text, passage, 1));
    case 'ArrowUp':
    case 'k':
      return move(moveSentence(text, passage, -1));
    case 'ArrowRight':
    case 'ArrowLeft': {
      const by = key === 'ArrowRight' ? 1 : -1;
      return move(moveEdge(text, passage, { edge: isShift ? 'start' : 'end', by }));
    }
    case 'Enter':
    case 'e':
      return { kind: 'mark', isWhole: false };
    case 'a':
      return { kind: 'mark', isWhole: true };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return moveToUnit(key, units);
  }
}

function moveToUnit(key: string, units: readonly MarkedUnit[]): PickingStep | undefined {
  const unit = /^[1-9]$/.test(key) ? units[Number(key) - 1] : undefined;
  const first = unit && listSentences(unit.text)[0];
  return unit && first && { kind: 'move', unitId: unit.unitId, passage: first };
}
