import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Services } from '#server/services/services.ts';
import { readDeploymentSecret } from '#server/store/deployment-secret-store.ts';

type Sealing = Pick<Services, 'config' | 'database' | 'randomBytes' | 'now'>;

/** What a key is bound to: sealed for one endpoint and host, it opens for no other. */
export interface KeyPlace {
  readonly endpointId: string;
  readonly baseUrl: string;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Seals an API key with AES-256-GCM under the deployment's own key. */
export async function sealKey(services: Sealing, place: KeyPlace & { key: string }): Promise<Buffer> {
  const nonce = services.randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', await readSealingKey(services), nonce);
  cipher.setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(place.key, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens a sealed key; undefined where it was sealed under another secret or for another host. */
export async function openKey(
  services: Sealing,
  place: KeyPlace & { sealed: Buffer },
): Promise<string | undefined> {
  const { sealed } = place;
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes) return undefined;
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', await readSealingKey(services), nonce);
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(tag);
  try {
    const opened = decipher.update(sealed.subarray(1 + nonceBytes + tagBytes));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function boundTo({ endpointId, baseUrl }: KeyPlace): Buffer {
  return Buffer.from(`${endpointId}\n${new URL(baseUrl).origin}`, 'utf8');
}

async function readSealingKey(services: Sealing): Promise<Buffer> {
  const own = await readDeploymentSecret(services.database.kysely, {
    name: 'model_keys',
    fresh: () => services.randomBytes(32),
    now: services.now(),
  });
  const secret = Buffer.from(services.config.models.secret ?? '', 'utf8');
  return Buffer.from(hkdfSync('sha256', Buffer.concat([own, secret]), '', 'plumbline model keys', 32));
}
