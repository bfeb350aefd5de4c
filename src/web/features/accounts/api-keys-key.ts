/** The cache key under which a person's API keys are kept. */
export const apiKeysKey = ['api-keys'];
