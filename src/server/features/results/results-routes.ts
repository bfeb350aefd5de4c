import * as adjudication from '#contract/adjudication.ts';
import * as questions from '#contract/questions.ts';
import * as contract from '#contract/results.ts';
import { can } from '#domain/access/can.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { alreadySent, type Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { adjudicateItem } from './adjudicate-item.ts';
import { followProgress } from './follow-progress.ts';
import { listDisputedItems } from './list-disputed.ts';
import { listOwnQuestions, listQuestions } from './list-questions.ts';
import { listItems, listJudgments } from './list-results.ts';
import { listPrecedents, readAdjudication } from './read-adjudication.ts';
import { AgreementReader } from './read-agreement.ts';
import { readItem } from './read-item.ts';
import { ProgressReader } from './read-progress.ts';
import { removeGold, setGold } from './set-gold.ts';
import { setItemHold } from './set-item-hold.ts';
import { settleFlag } from './settle-flag.ts';

/** Progress, agreement, judgments and items as a lead sees them, and known answers. */
export function registerResults(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  const progress = new ProgressReader(services);
  const agreement = new AgreementReader(services);
  serve(contract.readProgress, async ({ params }) => (await progress.read(params.projectId)).progress);
  serve(contract.followProgress, async ({ params, raw, reply }) => {
    await followProgress({ services, progress, projectId: params.projectId, request: raw, reply });
    return alreadySent;
  });
  serve(contract.readAgreement, async ({ params }) => agreement.read(params.projectId));
  serve(contract.listJudgments, async ({ params, query }) => listJudgments(kysely, { ...params, query }));
  serve(contract.listItems, async ({ params, query }) => listItems(kysely, { ...params, query }));
  serve(contract.readItem, async ({ params }) => readItem(kysely, params));
  serve(contract.setGold, async ({ params, body, actor }) => {
    const refusal = await setGold(services, {
      ...params,
      answers: body.answers as never,
      personId: actor.personId,
    });
    return refusal ?? readItem(kysely, params);
  });
  serve(contract.removeGold, async ({ params }) => removeGold(services, params));
  registerQuestions(serve, services);
  registerAdjudication(serve, services);
}

/** What annotators asked or reported, and what becomes of it. */
function registerQuestions(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(questions.listQuestions, async ({ params, query }) => listQuestions(kysely, { ...params, query }));
  serve(questions.listOwnQuestions, async ({ params, actor }) =>
    listOwnQuestions(kysely, { ...params, personId: actor.personId }),
  );
  serve(questions.setItemHold, async ({ params, body }) => {
    const refusal = await setItemHold(services, { ...params, ...body });
    return refusal ?? readItem(kysely, params);
  });
  serve(contract.settleFlag, async ({ params, body, actor }) => {
    const outcome = await settleFlag(services, { ...params, ...body, personId: actor.personId });
    return isRefusal(outcome) ? outcome : readItem(kysely, { ...params, itemId: outcome.itemId });
  });
}

/** Where people differ, and what holds in the end. */
function registerAdjudication(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(adjudication.listDisputedItems, async ({ params, query }) =>
    listDisputedItems(services, { ...params, query }),
  );
  serve(adjudication.readAdjudication, async ({ params }) => readAdjudication(kysely, params));
  serve(adjudication.adjudicateItem, async ({ params, body, actor, roles }) => {
    const refusal = await adjudicateItem(services, {
      ...params,
      ...body,
      answers: body.answers as never,
      personId: actor.personId,
      mayManage: can(actor, 'manage_project', { kind: 'project', roles }),
    });
    return refusal ?? readAdjudication(kysely, params);
  });
  serve(adjudication.listPrecedents, async ({ params, query }) =>
    listPrecedents(kysely, { ...params, query }),
  );
}
