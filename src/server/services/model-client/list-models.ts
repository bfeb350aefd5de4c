import { judgeAddress } from '#server/services/outbound/judge-address.ts';
import { openOutbound } from '#server/services/outbound/open-outbound.ts';
import type { Services } from '#server/services/services.ts';
import { addressOf } from './model-call.ts';
import { storableStart } from './read-chunk.ts';

const mostBytes = 2_000_000;
const mostNames = 200;
const patienceMs = 10_000;

/** The names that an endpoint lists; null where it lists none, which many do not. */
export async function listModels(
  services: Pick<Services, 'config'>,
  address: { baseUrl: string; key: string | null },
): Promise<string[] | null> {
  const target = judgeAddress(addressOf(address.baseUrl, 'models'), services.config.models.privateHosts);
  if (typeof target === 'string') return null;
  try {
    const answer = await openOutbound({
      target,
      method: 'GET',
      headers: {
        accept: 'application/json',
        ...(address.key !== null && { authorization: `Bearer ${address.key}` }),
      },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.statusCode !== 200) {
      answer.destroy();
      return null;
    }
    return namesIn(await readText(answer));
  } catch {
    // The completion that follows says in words what is wrong with the address.
    return null;
  }
}

async function readText(answer: AsyncIterable<Buffer> & { destroy(): void }): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    parts.push(part);
    size += part.length;
    if (size > mostBytes) break;
  }
  answer.destroy();
  return Buffer.concat(parts).toString('utf8');
}

function namesIn(json: string): string[] | null {
  const list: unknown = JSON.parse(json);
  const data = (list as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) return null;
  return data
    .map((each: { id?: unknown } | null) => each?.id)
    .filter(
      (name): name is string => typeof name === 'string' && name.isWellFormed() && !name.includes('\u0000'),
    )
    .map((name) => storableStart(name, 200))
    .slice(0, mostNames);
}
