import type { Services } from '#server/services/services.ts';

export async function runImport(_services: Services, _importId: string): Promise<void> {}
