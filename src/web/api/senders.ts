import { z } from '@hono/zod-openapi';
import {
  listSenderNames,
  renameSender,
  SENDERS,
  showSenders,
  startSender,
  stopSender,
} from '../../services/settings/senders.ts';
import { operation } from './frame/operation.ts';
import { Instant, Nothing, toInstant } from './frame/shapes.ts';
import { Changed, seenNow } from './settings.ts';
import { SettingsSeen } from './settings-shapes.ts';

const tag = 'administration';
const administering = { tag, scope: 'administration:write', right: 'administer', method: 'post' } as const;
const count = (example: number, description: string) => z.int().openapi({ example, description });
const name = z.string().openapi({ example: 'KbhKommune' });

/** What the services call both of them. */
const BOTH = 'alle';

const OneSender = z.strictObject({
  sender: z.enum([...SENDERS, 'all']).openapi({ description: 'all: both of them.' }),
});

const whichOf = ({ sender }: z.output<typeof OneSender>): string => (sender === 'all' ? BOTH : sender);

const Senders = z
  .object({
    seen: SettingsSeen,
    senders: z.array(
      z.object({
        sender: z
          .enum(SENDERS)
          .openapi({ example: 'name', description: 'name: with a link, cannot be answered.' }),
        address: z
          .string()
          .openapi({ example: 'KbhKommune', description: 'What it is called, or its number.' }),
        stopped: z
          .object({ at: Instant, by: z.string().openapi({ example: 'Administrator 1' }) })
          .nullable()
          .openapi({ description: 'null while it sends.' }),
        due: count(3, 'Should leave now. Like the others counted to 10,000 at most.'),
        putOff: count(0, 'Refused for the moment, and tried again.'),
        later: count(120, 'Due later.'),
        left: count(40, 'Left today.'),
        unknown: count(0, 'Nobody knows yet whether they left.'),
      }),
    ),
    name: name
      .nullable()
      .openapi({ description: 'The name that was given here; null is the start setting’s.' }),
    nameByDefault: name.openapi({ description: 'The start setting’s.' }),
    names: z
      .array(
        z.object({
          version: z.int().openapi({ example: 1 }),
          name,
          at: Instant,
          by: z.string().openapi({ example: 'Administrator 1' }),
        }),
      )
      .openapi({ example: [], description: 'The latest 20 names that were given, the newest first.' }),
    segmentsPerSecond: count(10, '0: no limit.'),
  })
  .openapi('Senders');

const show = operation({
  id: 'showSenders',
  tag,
  method: 'get',
  path: '/settings/senders',
  words: {
    da: 'De to afsendere: hvad de kaldes, om de sender, og hvad de har at sende',
    en: 'The two senders: what they are called, whether they send, and what they have to send',
  },
  scope: 'administration:read',
  right: 'administer',
  answer: Senders,
  async run({ rt, staff }) {
    const [view, names] = await Promise.all([showSenders(rt, staff), listSenderNames(rt, staff)]);
    return {
      seen: view.seen,
      senders: view.senders.map(({ sender, address, stopped, counts }) => ({
        sender,
        address,
        stopped: stopped ? { at: toInstant(stopped.at), by: stopped.by } : null,
        ...counts,
      })),
      name: view.own,
      nameByDefault: view.byDefault.name,
      names: names.map(({ version, text, at, by }) => ({ version, name: text, at: toInstant(at), by })),
      segmentsPerSecond: view.segmentsPerSecond,
    };
  },
});

const rename = operation({
  ...administering,
  id: 'renameSender',
  path: '/settings/senders/name',
  words: {
    da: 'Giv afsenderen med navn et andet navn; det gælder fra den næste sms',
    en: 'Give the sender by name another name; it holds from the next SMS on',
  },
  body: z
    .strictObject({
      seen: SettingsSeen,
      name: z
        .string()
        .max(20)
        .nullable()
        .openapi({ description: '3 to 11 letters A-Z and digits; null is the start setting’s again.' }),
    })
    .openapi('SenderName', { example: { seen: 1803805200000, name: 'KbhKommune' } }),
  answer: Changed,
  async run({ rt, staff, body }) {
    await renameSender(rt, staff, { seen: body.seen, name: body.name ?? '' });
    return seenNow(rt, staff);
  },
});

const stop = operation({
  ...administering,
  id: 'stopSender',
  path: '/settings/senders/{sender}/stop',
  words: {
    da: 'Stop en afsender, eller begge: intet forlader den, heller ikke svar, før den sættes i gang igen',
    en: 'Stop a sender, or both: nothing leaves from it, answers neither, until it goes on',
  },
  params: OneSender,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await stopSender(rt, staff, whichOf(params));
    return {};
  },
});

const start = operation({
  ...administering,
  id: 'startSender',
  path: '/settings/senders/{sender}/start',
  words: {
    da: 'Lad en afsender, eller begge, sende igen; det, der ventede, sendes i sin rækkefølge',
    en: 'Let a sender, or both, go on; what waited leaves in its order',
  },
  params: OneSender,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await startSender(rt, staff, whichOf(params));
    return {};
  },
});

export const senderOperations = [show, rename, stop, start];
