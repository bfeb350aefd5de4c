import { listSteps } from '#domain/items/list-steps.ts';
import { criteriaOf, type Rubric } from '#domain/rubrics/rubric.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { listStepSayings } from './everybodys-marks.ts';
import styles from './item.module.css';
import { type FileMark, ItemFiles } from './item-files.tsx';

interface ResponsesProps extends Pick<ItemDetail, 'responses' | 'judgments'> {
  readonly rubric: Rubric | undefined;
  readonly fileMarks: readonly FileMark[];
}
type Response = ItemDetail['responses'][number];

/** A solution step by step, with what everybody said about each. */
function Steps({
  response,
  judgments,
  rubric,
}: Pick<ItemDetail, 'judgments'> & { readonly response: Response; readonly rubric: Rubric }) {
  return (
    <ol className={styles.steps}>
      {listSteps(response).map(({ id, start, end }) => (
        <li key={id}>
          <RenderedText text={response.text.slice(start, end)} from={start} />
          <p className={styles.sayings}>
            {listStepSayings(judgments, rubric, id).map((saying) => (
              <span key={saying.key} data-value={saying.value}>
                {say('{name}: {label}', { name: saying.name, label: saying.text })}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The responses side by side in the item's own order, with the models that wrote them. */
export function Responses({ responses, judgments, rubric, fileMarks }: ResponsesProps) {
  if (responses.length === 0) return null;
  const asksSteps = rubric !== undefined && criteriaOf(rubric, 'step').length > 0;
  return (
    <section aria-label={say('Responses')} className={styles.responses}>
      <h2 className="visually-hidden">{say('Responses')}</h2>
      {responses.map((response, index) => (
        <article key={response.id} className={styles.response} data-unit={response.id}>
          <header className={styles.responseHead}>
            <h3>{say('Response {number}', { number: index + 1 })}</h3>
            <span className={styles.model}>{response.model ?? say('model not known')}</span>
          </header>
          {asksSteps ? <Steps {...{ response, judgments, rubric }} /> : <RenderedText text={response.text} />}
          <ItemFiles attachments={response.attachments} marks={fileMarks} />
        </article>
      ))}
    </section>
  );
}
