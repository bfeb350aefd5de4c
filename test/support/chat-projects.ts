import { randomUUID } from 'node:crypto';
import type { Conversation, ConversationTurn } from '#contract/conversations.ts';
import { followConversation, openConversation, readConversation } from '#contract/conversations.ts';
import { takeHand } from '#contract/judging.ts';
import { addModelEndpoint } from '#contract/models.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import type { FakeModelServer } from './fake-model-server.ts';
import { setRubric } from './judgments.ts';
import { addPerson, type TestPerson } from './people.ts';
import { addProject, type TestProject } from './projects.ts';
import type { TestServer } from './test-server.ts';

export const chatKey = 'chat';
export const testScale: ChatScale = {
  kind: 'chat',
  models: 2,
  perTurn: 'choose',
  minTurns: 1,
  maxTurns: 6,
  attack: null,
};
/** The smallest taxonomy with something to choose. */
export const testTaxonomy = {
  techniques: [
    { key: 'role_play', label: 'Role play' },
    { key: 'splitting', label: 'Splitting' },
  ],
  harms: [
    { key: 'fraud', label: 'Fraud' },
    { key: 'privacy', label: 'Privacy' },
  ],
  targets: [
    { key: 'complies', label: 'Complies' },
    { key: 'leaks', label: 'Leaks' },
  ],
};

export interface ChatProject extends TestProject {
  readonly annotator: TestPerson;
}

/** An open project whose rubric is one chat, with the fake server's models as endpoints. */
export async function addChatProject(
  server: TestServer,
  options: {
    fake: FakeModelServer;
    scale?: Partial<ChatScale>;
    models?: readonly string[];
    key?: string | null;
    items?: number;
  },
): Promise<ChatProject> {
  const project = await addProject(server, { items: options.items ?? 1, leaseMs: 3_600_000 });
  const scale = { ...testScale, ...options.scale };
  await setRubric(server, project.id, {
    criteria: [{ key: chatKey, label: 'Talk', help: '', target: 'task', scale, required: true }],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  });
  for (const model of options.models ?? ['model-one', 'model-two'])
    await project.lead.client.call(addModelEndpoint, {
      params: { projectId: project.id },
      body: {
        name: `Endpoint of ${model}`,
        baseUrl: options.fake.baseUrl,
        model,
        key: options.key ?? null,
        parameters: { temperature: 0.7, topP: null, maxTokens: null, systemPrompt: 'Be kind.' },
      },
    });
  const annotator = await addPerson(server, { projectId: project.id });
  return { ...project, annotator };
}

export interface OpenedChat {
  readonly params: { projectId: string; conversationId: string };
  readonly assignmentId: string;
  readonly conversation: Conversation;
  read(): Promise<Conversation>;
}

/** Takes a task and opens its conversation. */
export async function openChat(project: ChatProject, person = project.annotator): Promise<OpenedChat> {
  const { client } = person;
  const hand = await client.call(takeHand, { params: { projectId: project.id }, body: { size: 1 } });
  const assignmentId = hand.assignments[0]?.assignmentId ?? '';
  const conversation = await client.call(openConversation, {
    params: { projectId: project.id, assignmentId },
    body: { criterionKey: chatKey },
  });
  const params = { projectId: project.id, conversationId: conversation.conversationId };
  return { params, assignmentId, conversation, read: () => client.call(readConversation, { params }) };
}

/** What a person sends to say something. */
export const saying = (text: string, more: object = {}) => ({
  clientId: randomUUID(),
  text,
  plan: null,
  editOf: null,
  ...more,
});

/** Replies of a conversation, by slot. */
export function repliesIn(conversation: Conversation): ConversationTurn[] {
  return conversation.turns
    .filter(({ kind }) => kind === 'model')
    .sort((one, other) => (one.slot ?? '').localeCompare(other.slot ?? ''));
}

/** Reads until no reply is on its way any more. */
export async function settled(chat: OpenedChat): Promise<Conversation> {
  for (;;) {
    const conversation = await chat.read();
    if (conversation.turns.every(({ state }) => state !== 'streaming')) return conversation;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

export interface SeenEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Follows a conversation's events as a browser would; `next` waits for one that fits. */
export async function followChat(person: TestPerson, params: OpenedChat['params']) {
  const controller = new AbortController();
  const response = await person.client.open(followConversation, { params, signal: controller.signal });
  const seen: SeenEvent[] = [];
  const done = readEvents(response, seen).catch(() => undefined);
  return {
    seen,
    /** Fulfilled when the server ends the stream. */
    ended: done,
    async next(fits: (event: SeenEvent) => boolean): Promise<SeenEvent> {
      for (;;) {
        const found = seen.find(fits);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    async close() {
      controller.abort();
      await done;
    },
  };
}

async function readEvents(response: Response, seen: SeenEvent[]): Promise<void> {
  const decoder = new TextDecoder();
  let waiting = '';
  for await (const bytes of response.body ?? []) {
    waiting += decoder.decode(bytes as Uint8Array, { stream: true });
    const blocks = waiting.split('\n\n');
    waiting = blocks.pop() ?? '';
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (name && data) seen.push({ name, data: JSON.parse(data) });
    }
  }
}
