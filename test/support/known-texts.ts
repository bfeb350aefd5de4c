import { replyFailureWords } from '#domain/chat/reply-failure.ts';
import { dropReasonTexts } from '#domain/exports/drop-reason.ts';
import { formatDescriptions } from '#domain/exports/export-format.ts';
import { importFormatTexts } from '#domain/imports/format.ts';
import { scaleKindWords } from '#domain/rubrics/target.ts';
import { judgeCommands } from '#web/features/judging/keys/judge-commands.ts';

/** Fixed English texts from tables elsewhere that the web app says by `sayKnown`. */
export function listKnownTexts(): readonly string[] {
  const texts = [
    ...Object.values(formatDescriptions).flatMap(({ label, summary }) => [label, summary]),
    ...Object.values(importFormatTexts).flatMap(({ label, description }) => [label, description]),
    ...Object.values(dropReasonTexts),
    ...Object.values(scaleKindWords).map((words) => words.replace(/^an? /, '')),
    ...Object.values(replyFailureWords),
    ...judgeCommands.flatMap(({ label, group }) => [label, group]),
  ];
  return [...new Set(texts)];
}
