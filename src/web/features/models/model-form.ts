import type { ModelEndpoint } from '#contract/models.ts';
import { say } from '#web/messages/say.ts';

/** What a lead enters about a model; numbers stay text until they are sent. */
export interface ModelForm {
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  /** Empty keeps the key that is there. */
  readonly key: string;
  readonly temperature: string;
  readonly topP: string;
  readonly maxTokens: string;
  readonly systemPrompt: string;
}

export interface ModelRequest {
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly key?: string;
  readonly parameters: ModelEndpoint['parameters'];
}

export const emptyModel: ModelForm = {
  name: '',
  baseUrl: 'https://',
  model: '',
  key: '',
  temperature: '',
  topP: '',
  maxTokens: '',
  systemPrompt: '',
};

const asText = (value: number | null) => (value === null ? '' : String(value));
const asNumber = (value: string) => (value.trim() === '' ? null : Number(value));

export function formOf({ name, baseUrl, model, parameters }: ModelEndpoint): ModelForm {
  const { temperature, topP, maxTokens, systemPrompt } = parameters;
  return {
    name,
    baseUrl,
    model,
    key: '',
    temperature: asText(temperature),
    topP: asText(topP),
    maxTokens: asText(maxTokens),
    systemPrompt,
  };
}

export function modelRequest(form: ModelForm): ModelRequest {
  const { temperature, topP, maxTokens, systemPrompt } = form;
  return {
    name: form.name.trim(),
    baseUrl: form.baseUrl.trim(),
    model: form.model.trim(),
    ...(form.key.trim() !== '' && { key: form.key.trim() }),
    parameters: {
      temperature: asNumber(temperature),
      topP: asNumber(topP),
      maxTokens: asNumber(maxTokens),
      systemPrompt,
    },
  };
}

/** What is wrong with the form, in words at its fields. */
export function checkModel(form: ModelForm): Partial<Record<keyof ModelForm, string>> {
  const problems: Partial<Record<keyof ModelForm, string>> = {};
  if (form.name.trim() === '') problems.name = say('Give the model a name for yourself.');
  if (form.model.trim() === '') problems.model = say('Enter the name by which the endpoint knows the model.');
  if (!URL.canParse(form.baseUrl.trim()) || form.baseUrl.trim() === 'https://')
    problems.baseUrl = say('Enter an address such as https://api.example.com/v1.');
  if (!isBetween(form.temperature, 0, 2)) problems.temperature = say('From 0 to 2, or empty.');
  if (!isBetween(form.topP, 0, 1)) problems.topP = say('From 0 to 1, or empty.');
  const tokens = asNumber(form.maxTokens);
  if (tokens !== null && (!Number.isInteger(tokens) || tokens < 1))
    problems.maxTokens = say('A whole number, or empty.');
  return problems;
}

function isBetween(text: string, low: number, high: number): boolean {
  const value = asNumber(text);
  return value === null || (value >= low && value <= high);
}
