// Which few messages show what many get: the longest and the shortest, each language and channel, then others that differ.

/** What one of them gets, as the phone, the caller or the letter will show it; `page` is what stands behind the PIN. */
export type Sample = {
  channel: string;
  language: string;
  text: string;
  page?: string;
  segments: number;
};

export const MOST_SAMPLES = 5;

/** The longest and the shortest of a kind (channel, language), and the first others of it that differ. */
type Kind = { longest: Sample; shortest: Sample; others: Sample[] };

/** By kind, in the order in which kinds were met. */
export type Kept = Map<string, Kind>;

const lengthOf = ({ text, page = '' }: Sample): number => text.length + page.length;

const isSame = (a: Sample, b: Sample): boolean =>
  a.channel === b.channel && a.language === b.language && a.text === b.text && a.page === b.page;

/** Keeps of each kind what may be shown: a few, however many there are. */
export function keepSample(kept: Kept, sample: Sample): void {
  const kind = `${sample.channel} ${sample.language}`;
  const known = kept.get(kind);
  if (!known) {
    kept.set(kind, { longest: sample, shortest: sample, others: [sample] });
    return;
  }
  if (lengthOf(sample) > lengthOf(known.longest)) known.longest = sample;
  if (lengthOf(sample) < lengthOf(known.shortest)) known.shortest = sample;
  if (known.others.length < MOST_SAMPLES && !known.others.some((one) => isSame(one, sample)))
    known.others.push(sample);
}

const extreme = (all: readonly Sample[], isMore: (a: Sample, b: Sample) => boolean): Sample[] =>
  all.length === 0 ? [] : [all.reduce((best, one) => (isMore(one, best) ? one : best))];

/** Up to five that differ: the longest of all and the shortest, one of each other kind, then what else there is, kind by kind in turn. */
export function pickSamples(kept: Kept): Sample[] {
  const kinds = [...kept.values()];
  const turns = Array.from({ length: MOST_SAMPLES }, (_, n) =>
    kinds.flatMap(({ others }) => others[n] ?? []),
  );
  const candidates = [
    ...extreme(
      kinds.map(({ longest }) => longest),
      (a, b) => lengthOf(a) > lengthOf(b),
    ),
    ...extreme(
      kinds.map(({ shortest }) => shortest),
      (a, b) => lengthOf(a) < lengthOf(b),
    ),
  ];
  const shown = new Set(candidates.map(({ channel, language }) => `${channel} ${language}`));
  candidates.push(
    ...[...kept].flatMap(([name, { longest }]) => (shown.has(name) ? [] : [longest])),
    ...kinds.flatMap(({ longest, shortest }) => [longest, shortest]),
    ...turns.flat(),
  );
  const picked: Sample[] = [];
  for (const one of candidates)
    if (picked.length < MOST_SAMPLES && !picked.some((other) => isSame(one, other))) picked.push(one);
  return picked;
}
