import { z } from '@hono/zod-openapi';
import { addSource, closeSource, renameSource } from '../../services/referrals/keep-source.ts';
import { listSources, type SourceLine, showSource } from '../../services/referrals/list-sources.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import {
  count,
  Id,
  Instant,
  Made,
  Nothing,
  PageQuery,
  pageOf,
  SeenAt,
  toInstantOrNull,
} from './frame/shapes.ts';

const tag = 'referrals';
const OneSource = z.strictObject({ source: Id });

const Source = z
  .object({
    id: Id,
    title: z.string().openapi({ example: 'Biblioteket' }),
    unit: z.string().nullable().openapi({ example: 'Plejehjemmet' }),
    address: z
      .string()
      .openapi({ example: 'https://limen.example.dk/henvis/7fq2mx', description: 'What the QR code holds.' }),
    closedAt: Instant.nullable(),
    seen: SeenAt,
    opened: count(12),
    referred: count(4).openapi({ description: 'In all: waiting, taken and declined.' }),
    waiting: count(1),
    taken: count(2),
    declined: count(1),
  })
  .openapi('Source');

const toSource = (line: SourceLine): z.input<typeof Source> => ({
  id: line.id,
  title: line.title,
  unit: line.unitName,
  address: line.address,
  closedAt: toInstantOrNull(line.closedAt),
  seen: line.changedAt,
  opened: line.opened,
  referred: line.referred,
  waiting: line.waiting,
  taken: line.taken,
  declined: line.declined,
});

const title = z.string().min(1).max(80);

const list = operation({
  id: 'listSources',
  tag,
  method: 'get',
  path: '/sources',
  words: {
    da: 'Kilder, der henviser, de åbne først, med hvad der kom af dem',
    en: 'Sources of referrals, the open ones first, with what came of them',
  },
  scope: 'referrals:read',
  right: 'look',
  query: PageQuery,
  answer: pageOf(Source).openapi('SourcePage'),
  async run({ rt, staff, query }) {
    const { lines, next } = pageOfAll('sources', await listSources(rt, staff), query, ({ id }) => id);
    return { data: lines.map(toSource), next };
  },
});

const show = operation({
  id: 'showSource',
  tag,
  method: 'get',
  path: '/sources/{source}',
  words: { da: 'En kilde, der henviser', en: 'A source of referrals' },
  scope: 'referrals:read',
  right: 'look',
  params: OneSource,
  answer: Source,
  run: async ({ rt, staff, params }) => toSource(await showSource(rt, staff, params.source)),
});

const add = operation({
  id: 'addSource',
  tag,
  method: 'post',
  path: '/sources',
  words: {
    da: 'Opret en kilde med sin egen adresse til QR-koden',
    en: 'Make a source with an address of its own for the QR code',
  },
  scope: 'referrals:write',
  right: 'coordinate',
  body: z
    .strictObject({ title, unit: Id.openapi({ description: 'Where its referrals wait.' }) })
    .openapi('NewSource', { example: { title: 'Biblioteket', unit: 'unit-1' } }),
  answer: Made,
  status: 201,
  location: ({ id }) => `/sources/${id}`,
  run: ({ rt, staff, body }) => addSource(rt, staff, body),
});

const rename = operation({
  id: 'renameSource',
  tag,
  method: 'post',
  path: '/sources/{source}',
  words: { da: 'Giv en kilde et andet navn; adressen bliver', en: 'Rename a source; its address stays' },
  scope: 'referrals:write',
  right: 'coordinate',
  params: OneSource,
  body: z.strictObject({ title, seen: SeenAt }).openapi('SourceName', {
    example: { title: 'Hovedbiblioteket', seen: 1803805200000 },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await renameSource(rt, staff, params.source, body);
    return {};
  },
});

const close = operation({
  id: 'closeSource',
  tag,
  method: 'post',
  path: '/sources/{source}/close',
  words: {
    da: 'Luk en kilde, så adressen ikke åbner noget, eller åbn den igen',
    en: 'Close a source, so that its address opens nothing, or open it again',
  },
  scope: 'referrals:write',
  right: 'coordinate',
  params: OneSource,
  body: z.strictObject({ closed: z.boolean() }).openapi('SourceClosing', { example: { closed: true } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await closeSource(rt, staff, params.source, body.closed);
    return {};
  },
});

export const sourceOperations = [list, show, add, rename, close];
