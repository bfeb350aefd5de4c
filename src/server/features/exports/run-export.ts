import type { Services } from '#server/services/services.ts';

export async function runExport(_services: Services, _exportId: string): Promise<void> {}
