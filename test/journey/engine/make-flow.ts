/** Flows made by hand: the steps are given, every text and page they name is written for them. */
import type { Flow, Outcome, Step } from '../../../src/journey/flow/flow.ts';
import { parseDuration } from '../../../src/journey/time/duration.ts';
import { parseMoment } from '../../../src/journey/time/moment.ts';
import { parseRepeat } from '../../../src/journey/time/repeat.ts';
import { parseUntil } from '../../../src/journey/time/until.ts';

/** A flow with these steps in Danish and English. */
export function makeFlow(steps: Step[], more: Partial<Flow> = {}): Flow {
  const named = steps.flatMap(textsOf);
  const linked = new Set(steps.flatMap((s) => ('page' in s && s.page ? textsOf(s).slice(0, 2) : [])));
  const inLanguage = (hello: string) =>
    Object.fromEntries(
      named.map((key) => [key, `${hello} {{ tiltale }}: ${key}${linked.has(key) ? ' {{ link }}' : ''}`]),
    );
  const pages = steps.flatMap((s) => ('page' in s && s.page ? [s.page] : []));
  return {
    name: 'example',
    title: 'Example',
    track: 'støtte',
    minors: false,
    languages: ['da', 'en'],
    anchors: { dag: { title: 'Dagen', time: false }, moede: { title: 'Mødet', time: true } },
    steps,
    texts: { da: inLanguage('Hej'), en: inLanguage('Hello') },
    pages: Object.fromEntries(pages.map((page) => [page, { da: '# Side', en: '# Page' }])),
    ...more,
  };
}

function textsOf(step: Step): string[] {
  const keys: (string | undefined)[] = [];
  const outcome = (o: Outcome) => keys.push(o.say, o.alert?.task);
  if ('text' in step) keys.push(step.text);
  if (step.kind === 'invite') {
    keys.push(step.remind?.text, step.consent);
    for (const o of [step.accepted, step.declined, step.expired]) outcome(o);
  }
  if (step.kind === 'ask') {
    keys.push(step.silent.text);
    for (const o of [step.ja, step.nej, step.silent]) outcome(o);
  }
  if (step.kind === 'form') {
    keys.push(step.silent.text, ...step.questions.map(({ id }) => id));
    for (const o of [step.answered, step.silent]) outcome(o);
  }
  if (step.kind === 'alert') keys.push(step.order.task);
  return [...new Set(keys.filter((key) => key !== undefined))];
}

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('unreadable');
  return value;
};

type Timed = { when?: string; late?: 'skip' | 'send' | 'next' };
const timing = ({ when, late = 'skip' }: Timed) =>
  when === undefined ? {} : { timing: { when: must(parseMoment(when)), late } };

export const say = (id: string, more: Timed & { page?: string } = {}): Step => ({
  kind: 'say',
  id,
  text: id,
  access: 'link',
  ...(more.page ? { page: more.page } : {}),
  ...timing(more),
});

type Asking = Timed & { ja?: Outcome; nej?: Outcome; silent?: Outcome; after?: string; remind?: number };

export const ask = (id: string, more: Asking = {}): Step => ({
  kind: 'ask',
  id,
  text: id,
  ja: more.ja ?? {},
  nej: more.nej ?? {},
  silent: {
    after: must(parseDuration(more.after ?? '3 days')),
    remind: more.remind ?? 0,
    text: `${id}-igen`,
    ...more.silent,
  },
  ...timing(more),
});

type Filling = Timed & {
  about?: string;
  answered?: Outcome;
  silent?: Outcome;
  after?: string;
  remind?: number;
};

export const form = (id: string, more: Filling = {}): Step => ({
  kind: 'form',
  id,
  text: id,
  page: `${id}-side`,
  access: 'link',
  questions: [
    { kind: 'scale', id: 'udbytte' },
    { kind: 'yesno', id: 'igen' },
    { kind: 'words', id: 'andet' },
  ],
  answered: more.answered ?? {},
  silent: {
    after: must(parseDuration(more.after ?? '7 days')),
    remind: more.remind ?? 0,
    text: `${id}-igen`,
    ...more.silent,
  },
  ...(more.about ? { about: more.about } : {}),
  ...timing(more),
});

type Inviting = Timed & {
  accepted?: Outcome;
  declined?: Outcome;
  expired?: Outcome;
  remind?: string;
  expires?: string;
  consent?: string;
};

export const invite = (id: string, more: Inviting = {}): Step => ({
  kind: 'invite',
  id,
  text: id,
  page: `${id}-side`,
  access: 'pin',
  expires: must(parseDuration(more.expires ?? '21 days')),
  accepted: more.accepted ?? {},
  declined: more.declined ?? {},
  expired: more.expired ?? {},
  ...(more.remind ? { remind: { ...must(parseRepeat(more.remind)), text: `${id}-igen` } } : {}),
  ...(more.consent ? { consent: more.consent } : {}),
  ...timing(more),
});

export const wait = (id: string, until: string): Step => ({
  kind: 'wait',
  id,
  until: must(parseUntil(until)),
});

export const branch = (id: string, on: string, is: Record<string, string>, otherwise?: string): Step => ({
  kind: 'branch',
  id,
  on,
  is,
  ...(otherwise ? { otherwise } : {}),
});

export const alert = (id: string, more: Timed & { task?: string; urgent?: boolean } = {}): Step => ({
  kind: 'alert',
  id,
  order: { to: 'advisor', urgent: more.urgent ?? false, ...(more.task ? { task: more.task } : {}) },
  ...timing(more),
});

export const end = (id: string, reason = id): Step => ({ kind: 'end', id, reason });
