import type { ImportFormat } from './format.ts';
import { createHelpsteer2Joiner } from './join-helpsteer2.ts';
import type { JsonRecord } from './json-record.ts';
import type { ColumnMapping } from './mapping.ts';
import { normaliseArena55k } from './normalise-arena-55k.ts';
import { normaliseArenaConversations } from './normalise-arena-conversations.ts';
import { normaliseGeneric } from './normalise-generic.ts';
import { normaliseHelpsteer2Preference } from './normalise-helpsteer2-preference.ts';
import { normaliseHelpsteer3 } from './normalise-helpsteer3.ts';
import { normaliseHhRlhf } from './normalise-hh-rlhf.ts';
import { normaliseOpenAssistant } from './normalise-openassistant.ts';
import { type FindAttachment, normaliseTask } from './normalise-tasks.ts';
import { normaliseTrlPreference } from './normalise-trl-preference.ts';
import { normaliseUltrafeedback } from './normalise-ultrafeedback.ts';
import { normaliseUltrafeedbackBinarized } from './normalise-ultrafeedback-binarized.ts';
import { type Normaliser, type NormaliserState, placeOutcome } from './normaliser.ts';
import type { RecordOutcome } from './source-item.ts';
import { findTextProblem } from './validate-text.ts';

export interface NormaliserOptions {
  readonly format: ImportFormat;
  /** Needed for the format "generic". */
  readonly mapping?: ColumnMapping | undefined;
  /** Finds the project's files; needed for the format "tasks" where rows name attachments. */
  readonly findAttachment?: FindAttachment | undefined;
  readonly state?: NormaliserState | null | undefined;
}

type NormaliseRecord = (record: JsonRecord) => RecordOutcome;

function chooseRecordNormaliser({
  format,
  mapping,
  findAttachment = () => undefined,
}: NormaliserOptions): NormaliseRecord | null {
  switch (format) {
    case 'hh_rlhf':
      return normaliseHhRlhf;
    case 'trl_preference':
      return normaliseTrlPreference;
    case 'helpsteer2':
      return null;
    case 'helpsteer2_preference':
      return normaliseHelpsteer2Preference;
    case 'helpsteer3':
      return normaliseHelpsteer3;
    case 'ultrafeedback':
      return normaliseUltrafeedback;
    case 'ultrafeedback_binarized':
      return normaliseUltrafeedbackBinarized;
    case 'arena_conversations':
      return normaliseArenaConversations;
    case 'arena_55k':
      return normaliseArena55k;
    case 'openassistant':
      return normaliseOpenAssistant;
    case 'tasks':
      return (record) => normaliseTask(record, findAttachment);
    case 'generic':
      if (!mapping) throw new Error('The format "generic" needs a mapping.');
      return (record) => normaliseGeneric(record, mapping);
  }
}

/** Makes the normaliser of a format; rows with text that cannot be stored are left out before it sees them. */
export function createNormaliser(options: NormaliserOptions): Normaliser {
  const normalise = chooseRecordNormaliser(options);
  const joiner = normalise ? null : createHelpsteer2Joiner(options.state?.pending ?? []);
  return {
    push({ line, record }) {
      const problem = findTextProblem(record);
      if (problem) return [{ line, rejection: problem }];
      if (joiner) return joiner.push({ line, record });
      return normalise ? placeOutcome(line, normalise(record)) : [];
    },
    finish: () => joiner?.finish() ?? [],
    state: () => (joiner && joiner.pending().length > 0 ? { pending: joiner.pending() } : null),
  };
}
