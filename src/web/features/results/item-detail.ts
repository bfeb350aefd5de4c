import type { z } from 'zod';
import type { itemDetail, judgmentRow } from '#contract/results.ts';

export type ItemDetail = z.infer<typeof itemDetail>;
export type JudgmentRow = z.infer<typeof judgmentRow>;
