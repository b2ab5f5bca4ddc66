// Plays the examples of a flow and tells where they differ from what the engine does.
import type { Flow } from '../flow/flow.ts';
import { fitsQuestion } from '../flow/questions.ts';
import { checkAnchor } from './check-anchor.ts';
import type { Channel } from './facts.ts';
import type { KnownEvent, KnownOrganisation } from './known.ts';
import { type Story, wallText } from './read-stories.ts';
import { SAMPLE_EVENT, SAMPLE_ORGANISATION, sampleKnown } from './sample-known.ts';
import type { Deed } from './script.ts';
import { type Line, type Simulated, simulate } from './simulate.ts';
import type { Seat } from './state.ts';

const CHANNEL_WORDS: Record<Channel, string> = { sms: 'sms', ring: 'call', brev: 'letter' };

/** Plays a story with the real engine; each difference is a sentence in Danish, none means it goes as told. */
export function playStory(
  flow: Flow,
  story: Story,
  organisation: KnownOrganisation = SAMPLE_ORGANISATION,
): { differences: string[] } {
  const wrong = mistakes(flow, story);
  if (wrong.length > 0) return { differences: wrong };
  const { lines } = simulateStory(flow, story, organisation);
  return { differences: compare(story.expect, lines.flatMap(told)) };
}

const eventsOf = ({ events }: Story): Record<string, KnownEvent> =>
  Object.fromEntries(
    Object.entries(events).map(([name, { remind, lock, came }]) => [
      name,
      {
        ...SAMPLE_EVENT,
        remindDays: remind ?? SAMPLE_EVENT.remindDays,
        lockHours: lock ?? 0,
        ...(came ? { came: came === 'ja' } : {}),
      },
    ]),
  );

const SEATS = { ja: 'yes', venteliste: 'waiting' } as const;

const seatsOf = ({ events }: Story): Record<string, Seat> =>
  Object.fromEntries(
    Object.entries(events).map(([name, { seat }]) => [name, seat ? SEATS[seat] : 'invited']),
  );

/** Plays what people do in a story. */
export const simulateStory = (
  flow: Flow,
  story: Story,
  organisation: KnownOrganisation = SAMPLE_ORGANISATION,
): Simulated =>
  simulate(flow, {
    start: story.start,
    anchors: story.anchors,
    known: { ...sampleKnown(story.relative, organisation), events: eventsOf(story) },
    seats: seatsOf(story),
    script: story.script,
  });

/** Everything that leaves or ends, as stories write it. */
export function told({ at, fact }: Line): string[] {
  if (fact.kind === 'messageComposed') return [`${wallText(at)} ${CHANNEL_WORDS[fact.channel]} ${fact.key}`];
  if (fact.kind === 'alertRaised') return [`${wallText(at)} alert ${fact.to}`];
  return fact.kind === 'journeyEnded' ? [`${wallText(at)} end ${fact.reason}`] : [];
}

function mistakes(flow: Flow, story: Story): string[] {
  const moves = story.script.flatMap(({ deed }) =>
    deed.do === 'move' ? [[deed.anchor, deed.value] as const] : [],
  );
  const anchors = [...Object.entries(story.anchors), ...moves].flatMap(
    ([name, value]) => checkAnchor(flow, name, value)?.da ?? [],
  );
  const noEvents = [
    ...Object.keys(story.events),
    ...story.script.flatMap(({ deed }) => eventNamed(deed) ?? []),
  ]
    .filter((name) => !flow.anchors[name]?.event)
    .map((name) => `Forløbet har intet arrangement, der hedder "${name}".`);
  const early = story.script
    .filter((line) => line.at < story.start)
    .map((line) => `${wallText(line.at)} ${line.deed.do} er før historien begynder.`);
  const unfit = story.script.flatMap(({ deed }) =>
    deed.do === 'fill' ? unfitAnswers(flow, deed.answers) : [],
  );
  return [...anchors, ...noEvents, ...early, ...unfit];
}

/** What is filled in fits some questionnaire of the flow. */
const unfitAnswers = (flow: Flow, answers: Readonly<Record<string, string>>): string[] => {
  const asked = flow.steps.flatMap((step) => (step.kind === 'form' ? step.questions : []));
  return Object.entries(answers).flatMap(([id, value]) => {
    const fits = asked.some((question) => question.id === id && fitsQuestion(question, value));
    return fits ? [] : [`Intet skema har et spørgsmål "${id}", der kan besvares med "${value}".`];
  });
};

const eventNamed = (deed: Deed): string | undefined =>
  deed.do === 'full' || deed.do === 'seat' || deed.do === 'closed' || deed.do === 'signoff'
    ? deed.anchor
    : undefined;

/** What is missing and what came unexpectedly, told along the longest run of lines that both have. */
function compare(expected: readonly string[], actual: readonly string[]): string[] {
  const common = commonLengths(expected, actual);
  const differences: string[] = [];
  let [e, a] = [0, 0];
  while (e < expected.length || a < actual.length) {
    const [first, came] = [expected[e], actual[a]];
    if (first === came) [e, a] = [e + 1, a + 1];
    else if (
      came === undefined ||
      (first !== undefined && lengthAt(common, e + 1, a) >= lengthAt(common, e, a + 1))
    ) {
      differences.push(`Mangler: ${first}`);
      e += 1;
    } else {
      differences.push(`Uventet: ${came}`);
      a += 1;
    }
  }
  return differences;
}

const lengthAt = (lengths: readonly (readonly number[])[], e: number, a: number): number =>
  lengths[e]?.[a] ?? 0;

/** For each pair of positions, how many lines the rests have in common, in order. */
function commonLengths(expected: readonly string[], actual: readonly string[]): number[][] {
  const lengths: number[][] = expected.map(() => []);
  for (let e = expected.length - 1; e >= 0; e--)
    for (let a = actual.length - 1; a >= 0; a--)
      (lengths[e] ?? [])[a] =
        expected[e] === actual[a]
          ? 1 + lengthAt(lengths, e + 1, a + 1)
          : Math.max(lengthAt(lengths, e + 1, a), lengthAt(lengths, e, a + 1));
  return lengths;
}
