import { RefusedError } from '#client/call-errors.ts';
import type { Conversation, ConversationTurn } from '#contract/conversations.ts';
import type { AttackOutcome, AttackPlan } from '#domain/chat/conversation.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import type { LiveState } from '#web/session/follow-events.ts';
import type { ChatApi, Saying } from './chat-api.ts';
import { applyDelta, mergeConversation } from './merge-conversation.ts';

export interface ChatSnapshot {
  /** Undefined until it is there. */
  readonly conversation: Conversation | undefined;
  /** Why it is not there, or why the last act was not done; null where all is well. */
  readonly error: unknown;
  readonly isSending: boolean;
  readonly link: LiveState;
  /** What stands in the composer; kept in this browser until the server has it. */
  readonly typed: string;
  /** What the next turn is to try, where it was chosen and not yet sent; kept like what is typed. */
  readonly planned: AttackPlan | null;
}

interface KeeperOptions {
  readonly api: ChatApi;
  /** Where this device keeps what is typed, and under which name. */
  readonly kept: Pick<KeptFolder, 'read' | 'write' | 'remove'>;
  readonly name: string;
  readonly newId: () => string;
}

const planName = (name: string) => `${name}/plan`;

/** Reads a plan that an earlier page kept; it may be chosen only in part. */
function readPlan(stored: unknown): AttackPlan | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { technique, harm, target } = stored as Partial<Record<keyof AttackPlan, unknown>>;
  const isPlan = typeof technique === 'string' && typeof harm === 'string' && typeof target === 'string';
  return isPlan ? { technique, harm, target } : null;
}

/** Keeps one conversation in step with the server, and loses nothing that was typed. */
export class ConversationKeeper {
  readonly #options: KeeperOptions;
  readonly #listeners = new Set<() => void>();
  #snapshot: ChatSnapshot;
  #unfollow: (() => void) | undefined;
  /** What was sent and not acknowledged: sent again with the same id, so that it counts once. */
  #unsettled: Saying | undefined;
  /** Looks for the turn that is being sent in what the server tells; undefined where none is. */
  #lookForTurn: ((conversation: Conversation) => void) | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
    const stored = options.kept.read(options.name);
    this.#snapshot = {
      conversation: undefined,
      error: null,
      isSending: false,
      link: 'connecting',
      typed: typeof stored === 'string' ? stored : '',
      planned: readPlan(options.kept.read(planName(options.name))),
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): ChatSnapshot => this.#snapshot;

  /** Opens the conversation and follows it; returns the way to stop. */
  start(): () => void {
    let isOver = false;
    const open = async () => {
      try {
        const conversation = await this.#options.api.open();
        if (isOver) return;
        this.#set({ error: null });
        this.#take(conversation);
        this.#follow(conversation.conversationId);
      } catch (error) {
        if (!isOver) this.#set({ error });
      }
    };
    this.#open = open;
    void open();
    return () => {
      isOver = true;
      this.#unfollow?.();
      this.#unfollow = undefined;
    };
  }

  /** The act under way; it never fails, since failures are shown. */
  #before: Promise<unknown> | null = null;
  #open: () => Promise<void> = async () => undefined;

  /** Tries again to open what could not be opened. */
  retry(): void {
    this.#set({ error: null });
    void this.#open();
  }

  type(typed: string): void {
    const { kept, name } = this.#options;
    void (typed === '' ? kept.remove(name) : kept.write(name, typed));
    this.#set({ typed });
  }

  /** Chooses what the next turn tries; null goes on with what the turn before tried. */
  plan(planned: AttackPlan | null): void {
    const { kept } = this.#options;
    const name = planName(this.#options.name);
    void (planned === null ? kept.remove(name) : kept.write(name, planned));
    this.#set({ planned });
  }

  /** What was begun in the place of a turn and neither sent nor left; it outlives the page. */
  readEdit(turnId: string): string | undefined {
    const found = this.#options.kept.read(this.#editName(turnId));
    return typeof found === 'string' ? found : undefined;
  }

  keepEdit(turnId: string, text: string | null): void {
    const { kept } = this.#options;
    void (text === null ? kept.remove(this.#editName(turnId)) : kept.write(this.#editName(turnId), text));
  }

  #editName(turnId: string): string {
    return `${this.#options.name}/edit/${turnId}`;
  }

  /** Says what stands in the composer. It is emptied only once the server has it. */
  async send(plan: AttackPlan | null): Promise<boolean> {
    const { typed: text, planned } = this.#snapshot;
    const isSame = this.#unsettled?.text === text && this.#unsettled.editOf === null;
    const saying =
      isSame && this.#unsettled ? this.#unsettled : this.#newSaying({ text, plan, editOf: null });
    const isSent = await this.#say({ ...saying, plan });
    // What was typed on meanwhile stays.
    if (isSent && this.#snapshot.typed === text) this.type('');
    if (isSent && this.#snapshot.planned === planned) this.plan(null);
    return isSent;
  }

  /** Says an own turn anew: a branch of its own. */
  async editOwn(turnId: string, text: string, plan: AttackPlan | null): Promise<boolean> {
    return this.#say(this.#newSaying({ text, plan, editOf: turnId }));
  }

  #newSaying(what: Omit<Saying, 'clientId'>): Saying {
    return { ...what, clientId: this.#options.newId() };
  }

  async #say(saying: Saying): Promise<boolean> {
    if (this.#snapshot.isSending) return false;
    this.#unsettled = saying;
    this.#set({ isSending: true });
    // The stream may tell of the turn, and even of the whole reply to it, before the answer to the request is here.
    const seen = this.#waitForTurn(saying.text);
    const isDone = await Promise.race([this.#act((id) => this.#options.api.send(id, saying)), seen]);
    this.#lookForTurn = undefined;
    // A refusal is an answer: the next try is another act.
    if (isDone || this.#snapshot.error instanceof RefusedError) this.#unsettled = undefined;
    this.#set({ isSending: false });
    return isDone;
  }

  /** True once the conversation holds a new turn of the person's with these words. */
  #waitForTurn(text: string): Promise<true> {
    const known = new Set(this.#snapshot.conversation?.turns.map(({ turnId }) => turnId));
    return new Promise((resolve) => {
      this.#lookForTurn = ({ turns }) => {
        const isNew = ({ turnId, slot, text: said }: ConversationTurn) =>
          slot === null && said === text && !known.has(turnId);
        if (turns.some(isNew)) resolve(true);
      };
    });
  }

  regenerate(turnId: string): Promise<boolean> {
    const clientId = this.#options.newId();
    return this.#act((id) => this.#options.api.regenerate(id, turnId, clientId));
  }

  edit(turnId: string, text: string): Promise<boolean> {
    const clientId = this.#options.newId();
    return this.#act((id) => this.#options.api.edit(id, { turnId, clientId, text }));
  }

  choose(turnId: string): Promise<boolean> {
    return this.#act((id) => this.#options.api.choose(id, turnId));
  }

  rate(turnId: string, rating: number | null): Promise<boolean> {
    return this.#act((id) => this.#options.api.rate(id, turnId, rating));
  }

  /** Says one thing more of how an attack went; what was said of the reply before stays. */
  mark(turnId: string, change: Partial<AttackOutcome>): Promise<boolean> {
    return this.#act((id) => {
      const { success = null, broke = false } = this.#outcomeOf(turnId) ?? {};
      return this.#options.api.mark(id, turnId, { success, broke, ...change });
    });
  }

  #outcomeOf(turnId: string): AttackOutcome | null | undefined {
    return this.#snapshot.conversation?.turns.find((turn) => turn.turnId === turnId)?.outcome;
  }

  /** Does not wait for anything before it. */
  stop(turnId: string | null): Promise<boolean> {
    return this.#actNow((id) => this.#options.api.stop(id, turnId));
  }

  goTo(turnId: string): Promise<boolean> {
    return this.#act((id) => this.#options.api.goTo(id, turnId));
  }

  /** One after the other, as the person did them: a turn that is sent goes on from the reply that was chosen just before. */
  #act(act: (conversationId: string) => Promise<Conversation>): Promise<boolean> {
    const done = this.#before === null ? this.#actNow(act) : this.#before.then(() => this.#actNow(act));
    this.#before = done;
    void done.then(() => {
      if (this.#before === done) this.#before = null;
    });
    return done;
  }

  async #actNow(act: (conversationId: string) => Promise<Conversation>): Promise<boolean> {
    const id = this.#snapshot.conversation?.conversationId;
    if (id === undefined) return false;
    try {
      const conversation = await act(id);
      this.#set({ error: null });
      this.#take(conversation);
      return true;
    } catch (error) {
      this.#set({ error });
      return false;
    }
  }

  #follow(conversationId: string): void {
    this.#unfollow?.();
    this.#unfollow = this.#options.api.follow(conversationId, {
      onConversation: (conversation) => this.#take(conversation),
      onDelta: (delta) => {
        const { conversation } = this.#snapshot;
        const grown = conversation && applyDelta(conversation, delta);
        if (grown === undefined) void this.#readAnew(conversationId);
        else this.#set({ conversation: grown });
      },
      onGap: () => void this.#readAnew(conversationId),
      onState: (link) => this.#set({ link }),
    });
  }

  /** Reads the whole anew, for a person who does not want to wait for the stream. */
  refresh(): void {
    const id = this.#snapshot.conversation?.conversationId;
    if (id !== undefined) void this.#readAnew(id);
  }

  async #readAnew(conversationId: string): Promise<void> {
    try {
      this.#take(await this.#options.api.read(conversationId));
    } catch {
      // The stream comes back by itself and brings the whole.
    }
  }

  #take(conversation: Conversation): void {
    this.#set({ conversation: mergeConversation(this.#snapshot.conversation, conversation) });
    this.#lookForTurn?.(conversation);
  }

  #set(part: Partial<ChatSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
