// Reckoning what everyone gets: one pass over the audience in pages, of which only sums and a few samples are kept.
import { countSegments } from '../../journey/text/segments.ts';
import { type Audience, listGetting } from '../../store/broadcasts/audience.ts';
import type { WhyNotValues } from '../../store/broadcasts/why-not.ts';
import { breathe } from '../breathe.ts';
import type { Organisation } from '../organisation.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Book, noticeFor, noticeSegments, textFor, type Way } from './broadcast-text.ts';
import { type Kept, keepSample, pickSamples, type Sample } from './pick-samples.ts';

const PAGE = 500;
/** Reckoned in one breath. */
const PART = 50;

export type Reckoned = { segments: { total: number; fewest: number; most: number }; samples: Sample[] };

type Reckoning = {
  rt: Runtime;
  organisation: Organisation;
  book: Book;
  way: Way;
  segments: Reckoned['segments'];
  kept: Kept;
};

/** Stands for what is behind the PIN in a sample: nobody's record is opened for it. */
const EXAMPLES = { enhed: '…', relation: '…', omraade: '…', vejleder: '…' } as const;

function sampleOf(
  { rt, organisation, book, way }: Reckoning,
  row: { channel: string; language: string; tiltale: string },
): Sample {
  const own = textFor(organisation, book, { ...row, confidential: way === 'page' ? EXAMPLES : {} });
  const { channel } = row;
  if (channel !== 'sms') return { channel, ...own, segments: 0 };
  if (way === 'sms') return { channel, ...own, segments: countSegments(own.text).count };
  const notice = noticeFor(organisation, row);
  return { channel, ...notice, page: own.text, segments: noticeSegments(rt, notice.text) };
}

function keep({ segments, kept }: Reckoning, sample: Sample): void {
  if (sample.channel === 'sms') {
    segments.total += sample.segments;
    segments.fewest = segments.fewest === 0 ? sample.segments : Math.min(segments.fewest, sample.segments);
    segments.most = Math.max(segments.most, sample.segments);
  }
  keepSample(kept, sample);
}

/** Reckons the segments and picks samples; nothing of anybody is kept but what a sample says. */
export async function reckonTexts(
  rt: Runtime,
  { organisation, book, way }: Pick<Reckoning, 'organisation' | 'book' | 'way'>,
  audience: Audience,
  values: WhyNotValues,
): Promise<Reckoned> {
  const reckoning: Reckoning = {
    ...{ rt, organisation, book, way },
    segments: { total: 0, fewest: 0, most: 0 },
    kept: new Map(),
  };
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: Awaited<ReturnType<typeof listGetting>> = await listGetting(rt.db, audience, values, {
      after,
      limit: PAGE,
    });
    for (const [n, row] of rows.entries()) {
      if (n % PART === 0) await breathe();
      const tiltale = openText(rt, 'relatives.tiltale', row.id, row.tiltaleSealed);
      keep(reckoning, sampleOf(reckoning, { ...row, tiltale }));
    }
    after = rows.length < PAGE ? undefined : rows.at(-1)?.id;
  }
  return { segments: reckoning.segments, samples: pickSamples(reckoning.kept) };
}
