import { z } from 'zod';
import { typingLimits } from '#domain/judging/typing.ts';

const characters = z.number().int().min(0).max(typingLimits.characters);
const times = z.number().int().min(0).max(typingLimits.times);
const typing = z
  .strictObject({
    typed: characters,
    /** From outside of the page. */ pasted: characters,
    /** From the task itself. */ taken: characters,
    pastes: times,
    /** Times that something was deleted. */ corrections: times,
    /** Pauses left out. */ typingMs: z.number().int().min(0).max(typingLimits.ms),
  })
  .meta({ id: 'Typing' });

export const submittedTyping = {
  /** How what is written came about: counts and times, never what was typed. */ typing: typing.optional(),
};
