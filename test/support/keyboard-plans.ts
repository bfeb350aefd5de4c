import type { PlannedJudgment } from './judge-by-keyboard.ts';

const a = (strength: number) => ({ side: 'A', strength }) as const;
const b = (strength: number) => ({ side: 'B', strength }) as const;
const tie = { side: 'tie', strength: 0 } as const;
const bothBad = { side: 'both_bad', strength: 0 } as const;

/** Ways to judge a pair on the seven-point template, each by other keys. */
const ways: readonly PlannedJudgment[] = [
  { keys: ['2'], overall: a(2) },
  { keys: ['ArrowRight'], overall: b(1) },
  { keys: ['7', '6'], overall: b(3), helpfulness: b(2) },
  { keys: ['ArrowLeft', 'ArrowLeft', 'J', 'ArrowRight'], overall: a(2), helpfulness: b(1) },
  {
    keys: ['1', 'w', 'type:The other one is wrong, and says so at length.', 'Escape', '3'],
    overall: a(3),
    justification: 'The other one is wrong, and says so at length.',
    confidence: 3,
  },
  { keys: ['ArrowLeft', 'ArrowRight'], overall: tie },
  { keys: ['6', '4', 'ArrowUp', 'ArrowUp', '5'], overall: b(1), helpfulness: tie },
  { keys: ['x'], overall: bothBad },
  { keys: ['3', 'k', 'ArrowLeft'], overall: a(2) },
  { keys: ['5', 'Backspace', 'k', 'Backspace', '1'], overall: a(3) },
];

/** So many judgments, beginning at one of the ways. */
export function planJudgments(count: number, from: number): PlannedJudgment[] {
  return Array.from({ length: count }, (_, index) => ways[(from + index) % ways.length]).filter(
    (way) => way !== undefined,
  );
}
