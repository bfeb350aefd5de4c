import type { KeyScope } from '#domain/access/roles.ts';
import { type Message, message } from '#web/messages/say.ts';

/** What a key of each scope may do. */
export const scopeWords: Readonly<Record<KeyScope, { readonly label: Message; readonly hint: Message }>> = {
  read: { label: message('Read'), hint: message('Projects, rubrics, items and results') },
  judge: { label: message('Judge'), hint: message('Take tasks and submit judgments as you') },
  import: { label: message('Import'), hint: message('Upload files and add items') },
  export: { label: message('Export'), hint: message('Start exports and download them') },
  manage: { label: message('Manage'), hint: message('Change projects, rubrics and people') },
};
