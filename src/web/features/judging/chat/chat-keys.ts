import { countingReplies, isUsable } from '#domain/chat/active-path.ts';
import { type ChatScale, chatLimits } from '#domain/chat/chat-scale.ts';
import type { ChatRound, ModelTurn } from '#domain/chat/conversation.ts';
import type { ConversationKeeper } from './conversation-keeper.ts';

interface ChatKeyContext {
  readonly root: HTMLElement | null;
  readonly head: ChatRound | undefined;
  readonly scale: ChatScale;
  readonly chat: Pick<ConversationKeeper, 'choose' | 'rate' | 'mark' | 'regenerate' | 'stop'>;
  readonly isStreaming: boolean;
}

const writing = 'textarea,select,input:not([type=radio])';

/** Does what a key means in the chat; false where it means nothing here. */
export function actForKey(event: KeyboardEvent, context: ChatKeyContext): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.key === 'Escape') return leave(context, target);
  if (target?.closest(writing) != null) return false;
  if (event.key === 'Enter' && target?.closest('button,summary,a,[role=radio]') != null) return false;
  if (event.key === 'Enter') return focusComposer(context.root);
  const reply = focusedReply(context, target);
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : undefined;
  if (digit !== undefined) return actForDigit(context, digit, reply);
  return reply !== undefined && actForLetter(context, event.key.toLowerCase(), reply);
}

/** Escape stops what is being written, else it leaves the composer for the replies. */
function leave({ root, chat, isStreaming }: ChatKeyContext, target: HTMLElement | null): boolean {
  if (isStreaming) {
    void chat.stop(null);
    return true;
  }
  if (target?.closest(writing) == null) return false;
  root?.querySelector<HTMLElement>('[data-thread]')?.focus({ preventScroll: true });
  return true;
}

function focusComposer(root: HTMLElement | null): boolean {
  const composer = root?.querySelector<HTMLElement>('[data-composer]');
  composer?.focus();
  return composer != null;
}

function focusedReply({ head, scale }: ChatKeyContext, target: HTMLElement | null): ModelTurn | undefined {
  const turnId = target?.closest<HTMLElement>('[data-reply]')?.dataset.reply;
  const focused = head?.replies.find(({ id }) => id === turnId);
  // Of one model alone there is no doubt which reply is meant.
  return focused ?? (scale.models === 1 && head !== undefined ? countingReplies(head)[0] : undefined);
}

function actForDigit(context: ChatKeyContext, digit: number, reply: ModelTurn | undefined): boolean {
  const { head, scale, chat } = context;
  if (head === undefined) return false;
  if (scale.perTurn === 'rate' && reply !== undefined) {
    if (digit > chatLimits.ratingPoints || !isUsable(reply)) return false;
    void chat.rate(reply.id, digit);
    return true;
  }
  if (scale.attack !== null && scale.models === 1 && reply !== undefined) {
    if (digit > chatLimits.ratingPoints || !isUsable(reply)) return false;
    void chat.mark(reply.id, { success: digit });
    return true;
  }
  const chosen = countingReplies(head)[digit - 1];
  if (chosen === undefined || !isUsable(chosen)) return false;
  void chat.choose(chosen.id);
  // At once, since most people write on at once.
  if (scale.attack === null) focusComposer(context.root);
  return true;
}

function actForLetter({ scale, chat, root }: ChatKeyContext, key: string, reply: ModelTurn): boolean {
  if (key === 'r' && reply.state !== 'streaming') {
    void chat.regenerate(reply.id);
    return true;
  }
  if (key === 'b' && scale.attack !== null && isUsable(reply)) {
    void chat.mark(reply.id, { broke: reply.outcome?.broke !== true });
    return true;
  }
  if (key !== 'e') return false;
  const edit = root?.querySelector<HTMLElement>(`[data-edit="${reply.id}"]`);
  edit?.click();
  return edit != null;
}
