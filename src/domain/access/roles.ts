/** What a person may be in the whole deployment. */
export const deploymentRoles = ['owner', 'lead', 'member'] as const;
export type DeploymentRole = (typeof deploymentRoles)[number];

/** What a person may be in one project; a person may hold several. */
export const projectRoles = ['owner', 'lead', 'reviewer', 'safety', 'researcher', 'annotator'] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** What an API key may be used for; a key never does more than its person may. */
export const keyScopes = ['read', 'judge', 'import', 'export', 'manage'] as const;
export type KeyScope = (typeof keyScopes)[number];
