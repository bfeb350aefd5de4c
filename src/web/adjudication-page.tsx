import type { ComponentProps } from 'react';
import type { FinalDesk as FinalDeskSlot } from '#web/features/results/adjudication/final-desk-props.ts';
import { SettleScreen } from '#web/features/results/adjudication/settle-screen.tsx';
import { AnswerDesk } from './answer-desk.tsx';

function FinalDesk({ item, rubric, ...desk }: ComponentProps<FinalDeskSlot>) {
  const { itemId, prompt, responses, brief, code } = item;
  const dialogue = item.dialogue?.map(({ model: _, ...turn }) => turn);
  const task = {
    key: `final ${itemId}`,
    rubric,
    prompt,
    responses: responses.map(({ model: _, ...each }) => each),
  };
  return <AnswerDesk {...desk} task={{ ...task, brief, code, dialogue }} isLooking={false} message={null} />;
}

/** One item to be settled, with the judging screen for an answer of one's own. */
export function AdjudicationPage() {
  return <SettleScreen FinalDesk={FinalDesk} />;
}
