import { expect, test } from 'vitest';
import { z } from 'zod';
import { isScope } from '../../../src/services/api-keys/scopes.ts';
import { createApp } from '../../../src/web/app.ts';
import { makeDesk } from '../../support/desk.ts';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  security: { key: string[] }[];
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, { content: Record<string, { schema: Json }> }>;
};
/** What is answered as something else than JSON. */
const OTHER_TYPES: Record<string, string> = { readEventCalendar: 'text/calendar' };

type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
};

async function readDocument(headers: Record<string, string> = {}): Promise<Document> {
  await using rt = await makeDesk();
  const answer = await createApp(rt).request('https://limen.test/api/v1/openapi.json', { headers });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Document;
}

const operationsOf = (document: Document): [string, string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]): [string, string, Operation] => [method, path, one]),
  );

function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield inner;
    else yield* refsIn(inner);
  }
}

test('the document is OpenAPI 3.1, for everybody, and whatever it points to is in it', async () => {
  const document = await readDocument();
  expect(document.openapi).toBe('3.1.0');
  const refs = [...new Set(refsIn(document))];
  expect(refs.length).toBeGreaterThan(10);
  for (const ref of refs) {
    const found = ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
    expect(found, ref).toBeDefined();
  }
});

test('every operation says what it is called, which scope it needs and what it may answer', async () => {
  const document = await readDocument();
  const all = operationsOf(document);
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(all.map(([, , { operationId }]) => operationId)).size).toBe(all.length);
  expect(document.components.securitySchemes).toHaveProperty('key');
  for (const [method, path, one] of all) {
    expect(one.summary, path).not.toBe('');
    expect(one.security.flatMap(({ key }) => key).every(isScope), path).toBe(true);
    expect(one.security, path).toHaveLength(1);
    const [ok] = Object.keys(one.responses).filter((status) => status.startsWith('2'));
    expect(ok, path).toBeDefined();
    for (const [status, response] of Object.entries(one.responses))
      expect(Object.keys(response.content), path).toEqual([
        status.startsWith('2')
          ? (OTHER_TYPES[one.operationId] ?? 'application/json')
          : 'application/problem+json',
      ]);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(one.parameters?.filter((p) => p.in === 'path').map(({ name }) => name) ?? [], path).toEqual(named);
    const once = one.parameters?.some((p) => p.in === 'header' && p.name === 'idempotency-key') ?? false;
    expect(once, path).toBe(method === 'post');
  }
});

/** An example of a schema, put together of the examples of its parts; undefined where there is none. */
function exampleOf(document: Document, schema: Json): unknown {
  if (typeof schema.$ref === 'string')
    return exampleOf(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if ('example' in schema) return schema.example;
  const is = (type: string): boolean => [schema.type].flat().includes(type);
  if (is('array')) return [exampleOf(document, schema.items as Json)].filter((e) => e !== undefined);
  if (!is('object')) return 'default' in schema ? schema.default : undefined;
  const parts = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  return Object.fromEntries(
    parts.map(([key, part]) => [key, exampleOf(document, part)]).filter(([, value]) => value !== undefined),
  );
}

/** A schema that points to what stands beside it. */
const inside = (schema: unknown): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')) as Json;

/** Every schema that this one points to, near or far. */
function defsOf(document: Document, schema: Json): Json {
  const defs: Json = {};
  const open: unknown[] = [schema];
  while (open.length > 0)
    for (const ref of refsIn(open.pop())) {
      const name = ref.split('/').at(-1) ?? '';
      if (name in defs) continue;
      defs[name] = inside(document.components.schemas[name]);
      open.push(document.components.schemas[name]);
    }
  return defs;
}

test('the example of every body and answer fits its own schema', async () => {
  const document = await readDocument();
  const schemas = operationsOf(document).flatMap(([, , one]) => [
    ...(one.requestBody ? Object.values(one.requestBody.content) : []),
    ...Object.values(one.responses).flatMap(({ content }) => Object.values(content)),
  ]);
  const unlike = new Map(schemas.map(({ schema }) => [JSON.stringify(schema), schema]));
  for (const [text, schema] of unlike) {
    const check = z.fromJSONSchema({ ...inside(schema), $defs: defsOf(document, schema) } as never);
    const checked = check.safeParse(exampleOf(document, schema));
    expect(checked.error?.issues ?? [], text.slice(0, 200)).toEqual([]);
  }
});

test('the document speaks English to programs and Danish to whoever asks for it', async () => {
  const [english, danish] = [await readDocument(), await readDocument({ 'accept-language': 'da' })];
  expect(english.paths['/api/v1/relatives']?.post?.summary).toBe('Register a relative');
  expect(danish.paths['/api/v1/relatives']?.post?.summary).toBe('Registrér en pårørende');
});
