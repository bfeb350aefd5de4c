import { z } from 'zod';

const record = z.record(z.string(), z.unknown());

/**
 * Answers that this page itself kept on the device. Whether they can be stored is for the server to say, where the person
 * sees it: what is weighed here and found wanting would vanish without a word.
 */
export const keptAnswers = z.looseObject({ pair: record, response: record, task: record });
