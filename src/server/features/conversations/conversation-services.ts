import type { RubricCache } from '#server/services/rubric-cache.ts';
import type { Services } from '#server/services/services.ts';
import type { ConversationEvents } from './conversation-events.ts';
import type { ReplyRunner } from './reply-runner.ts';

/** What conversations need beyond the usual services. */
export interface ConversationServices extends Services {
  readonly rubrics: RubricCache;
  readonly replies: ReplyRunner;
  readonly conversationEvents: ConversationEvents;
}
