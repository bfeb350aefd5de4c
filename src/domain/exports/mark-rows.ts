import { turnIdAt } from '#domain/items/item.ts';
import type { SpanMark } from '#domain/judging/answers.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import { sliceCharacters } from '#domain/text/slice-characters.ts';
import type { ExportRow } from './column.ts';
import type { ExportItem, ExportJudgment, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';

interface MarkedText {
  readonly text: string;
  readonly model: string;
}

/** Makes one row an error mark or a claim. `start` and `end` are -1 where the whole text is meant. */
export function buildMarkRows(item: ExportItem, plan: ExportPlan): ItemRows {
  const texts = textsOf(item);
  if (![...texts.values()].every(({ text }) => isStorableText(text)))
    return { rows: [], ties: [], drops: item.judgments.map(() => 'malformed_text') };
  const rows = item.judgments.flatMap((judgment) =>
    Object.entries(judgment.answers.span ?? {}).flatMap(([criterion, marks]) =>
      marks.flatMap((mark) => {
        const marked = texts.get(mark.unitId);
        return marked === undefined ? [] : [writeMarkRow({ item, judgment, criterion, mark, marked, plan })];
      }),
    ),
  );
  const isSilent = rows.length === 0 && item.judgments.length > 0;
  return { rows, ties: [], drops: isSilent ? ['unanswered'] : [] };
}

/** The texts that can be marked: responses, and the turns of the prompt. */
function textsOf({ prompt, responses }: ExportItem): Map<string, MarkedText> {
  return new Map([
    ...prompt.map(({ content }, index) => [turnIdAt(index), { text: content, model: '' }] as const),
    ...responses.map(({ id, text, model = '' }) => [id, { text, model }] as const),
  ]);
}

function writeMarkRow(made: {
  item: ExportItem;
  judgment: ExportJudgment;
  criterion: string;
  mark: SpanMark;
  marked: MarkedText;
  plan: ExportPlan;
}): ExportRow {
  const { item, judgment, criterion, mark, marked, plan } = made;
  const { start, end } = mark;
  return {
    prompt: item.prompt,
    text: marked.text,
    unit_id: mark.unitId,
    criterion,
    start: start ?? -1,
    end: end ?? -1,
    quote: start === null || end === null ? '' : sliceCharacters(marked.text, start, end),
    label: mark.label,
    severity: mark.severity ?? '',
    note: mark.note ?? '',
    correction: mark.correction ?? '',
    claim: mark.claim ?? '',
    source: mark.source ?? '',
    item_id: item.itemId,
    pair_group: item.promptGroup,
    judgment_id: judgment.judgmentId,
    annotator: judgment.annotator,
    ...(plan.options.includeModelNames && { model: marked.model }),
  };
}
