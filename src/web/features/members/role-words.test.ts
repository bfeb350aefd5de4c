import { describe, expect, it } from 'vitest';
import type { ProjectRole } from '#domain/access/roles.ts';
import { switchRole } from './role-words.ts';

describe('the roles of a member', () => {
  it.each<[string, ProjectRole[], ProjectRole, ProjectRole[]]>([
    ['gain one, in order', ['lead'], 'annotator', ['annotator', 'lead']],
    ['lose one', ['annotator', 'lead'], 'lead', ['annotator']],
    ['keep the last one', ['annotator'], 'annotator', ['annotator']],
  ])('%s', (_, roles, role, expected) => {
    expect(switchRole(roles, role)).toEqual(expected);
  });
});
