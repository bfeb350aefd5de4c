import { type ReactNode, useRef, useState } from 'react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { MarkFocusContext, type PointedMark } from '#web/features/results/answers/mark-focus.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { Brief } from './brief.tsx';
import { Conversation } from './conversation.tsx';
import { DialogueTree } from './dialogue-tree.tsx';
import { listFileMarks, listPassages } from './everybodys-marks.ts';
import { Responses } from './responses.tsx';
import { usePassagePaint } from './use-passage-paint.ts';

interface ItemTextsProps {
  readonly item: ItemDetail;
  readonly rubric: Rubric | undefined;
  /** What is said about the texts; pointing at a mark in it shows where the mark is. */
  readonly children: ReactNode;
}

/** The texts and files of an item with everybody's marks in them, above what is said about them. */
export function ItemTexts({ item, rubric, children }: ItemTextsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [pointed, point] = useState<PointedMark | null>(null);
  const [focus] = useState(() => ({ point }));
  const { prompt, responses, judgments } = item;
  const fileMarks = rubric === undefined ? [] : listFileMarks(judgments, rubric);
  usePassagePaint(place, listPassages(judgments), pointed);
  return (
    <MarkFocusContext value={focus}>
      <div ref={place}>
        {item.brief && <Brief brief={item.brief} />}
        <Conversation prompt={prompt} fileMarks={fileMarks} />
        {item.dialogue && <DialogueTree dialogue={item.dialogue} judgments={judgments} />}
        <Responses {...{ responses, judgments, rubric, fileMarks }} />
      </div>
      {children}
    </MarkFocusContext>
  );
}
