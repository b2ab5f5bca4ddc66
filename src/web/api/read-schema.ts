// A schema of the document as lines a person reads: each field with its path, its type and what is said of it.
import type { Document } from './document.ts';

type Json = Readonly<Record<string, unknown>>;

/** One field: "people[].name", "string", and what else is known of it. */
export type FieldLine = {
  path: string;
  type: string;
  required: boolean;
  choices: readonly string[];
  description: string;
};

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The schema itself, when it is only pointed to. */
export function resolve(document: Document, schema: unknown): Json {
  if (!isJson(schema)) return {};
  if (typeof schema.$ref !== 'string') return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  const found: unknown = (document.components?.schemas as Json | undefined)?.[name];
  return isJson(found) ? found : {};
}

const typesOf = ({ type }: Json): string[] => [type].flat().filter((one) => typeof one === 'string');

/** The ways a value can be, each by itself. */
const waysOf = (schema: Json): Json[] =>
  Array.isArray(schema.anyOf) ? schema.anyOf.filter(isJson) : [schema];

/** What can be chosen of a list, if it is one. */
export const choicesOf = ({ enum: choices }: Json): string[] =>
  Array.isArray(choices) ? choices.map(String) : [];

export const typeText = (document: Document, schema: Json): string =>
  waysOf(schema)
    .map((way) => oneType(document, way))
    .join(' | ');

function oneType(document: Document, schema: Json): string {
  const inner = schema.items === undefined ? undefined : resolve(document, schema.items);
  const format = typeof schema.format === 'string' ? ` (${schema.format})` : '';
  return typesOf(schema)
    .map((type) => (type === 'array' && inner ? `${typesOf(inner).join(' | ')}[]` : `${type}${format}`))
    .join(' | ');
}

/** The fields of a schema, those inside others after them. */
export function listFields(document: Document, schema: unknown, at = ''): FieldLine[] {
  const whole = resolve(document, schema);
  if (whole.items !== undefined) return listFields(document, whole.items, `${at}[]`);
  const required = Array.isArray(whole.required) ? whole.required : [];
  return Object.entries(isJson(whole.properties) ? whole.properties : {}).flatMap(([name, part]) => {
    const own = resolve(document, part);
    const path = at === '' ? name : `${at}.${name}`;
    const line = {
      path,
      type: typeText(document, own),
      required: required.includes(name),
      choices: choicesOf(own),
      description: typeof own.description === 'string' ? own.description : '',
    };
    return [line, ...listFields(document, own, path)];
  });
}

/** An example of a schema, its own or put together of those of its parts; undefined where there is none. */
export function exampleOf(document: Document, schema: unknown): unknown {
  const whole = resolve(document, schema);
  if ('example' in whole) return whole.example;
  if (whole.items !== undefined) {
    const one = exampleOf(document, whole.items);
    return one === undefined ? [] : [one];
  }
  if (!isJson(whole.properties)) return whole.default;
  const parts = Object.entries(whole.properties).map(([name, part]) => [name, exampleOf(document, part)]);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}
