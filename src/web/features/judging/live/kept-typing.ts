import { z } from 'zod';

/** How what is written came about, as this device keeps it. */
export const keptTyping = z.object({
  ...{ typed: z.number(), pasted: z.number(), taken: z.number() },
  ...{ pastes: z.number(), corrections: z.number(), typingMs: z.number() },
});
