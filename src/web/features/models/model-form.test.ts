import { describe, expect, it } from 'vitest';
import { addModelEndpoint } from '#contract/models.ts';
import { checkModel, emptyModel, formOf, modelRequest } from './model-form.ts';

const filled = { ...emptyModel, name: ' One ', baseUrl: 'https://api.example.com/v1', model: 'm-1' };

describe('the form of a model', () => {
  it('is sent as the contract takes it, with empty numbers left to the endpoint', () => {
    const request = modelRequest({ ...filled, key: 'sk-1', temperature: '0.7' });
    expect(addModelEndpoint.body.parse(request)).toEqual({
      name: 'One',
      baseUrl: 'https://api.example.com/v1',
      model: 'm-1',
      key: 'sk-1',
      parameters: { temperature: 0.7, topP: null, maxTokens: null, systemPrompt: '' },
    });
  });

  it('keeps the key that is there when none is entered', () => {
    expect('key' in modelRequest(filled)).toBe(false);
  });

  it('comes back as it was', () => {
    const parameters = { temperature: 0.7, topP: null, maxTokens: 50, systemPrompt: 'Be brief.' };
    const endpoint = {
      ...modelRequest(filled),
      parameters,
      endpointId: 'e',
      hasKey: true,
      state: 'on' as const,
    };
    const form = formOf({ ...endpoint, probe: null, revision: 1, createdAt: '' });
    expect(modelRequest(form).parameters).toEqual(parameters);
  });

  it.each([
    ['as it stands', {}, []],
    ['without a name', { name: ' ' }, ['name']],
    ['without an address', { baseUrl: 'https://' }, ['baseUrl']],
    ['with a high temperature', { temperature: '3' }, ['temperature']],
    ['with words for a number', { topP: 'half' }, ['topP']],
    ['with half a token', { maxTokens: '0.5' }, ['maxTokens']],
  ])('%s is checked', (_, part, fields) => {
    expect(Object.keys(checkModel({ ...filled, ...part }))).toEqual(fields);
  });
});
