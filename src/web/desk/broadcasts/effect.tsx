// What an order would do, before it is given: who gets what, who does not and why, how it looks, what it costs, and when.
import type { FC } from 'hono/jsx';
import type { BroadcastPreview } from '../../../services/broadcasts/preview-broadcast.ts';
import { Alert } from '../../layout/alert.tsx';
import { languageWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { channelWords } from '../../words/message-words.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { Facts, SmsText, segmentsText } from '../frame/parts.tsx';
import { effectWords, whyNotWords } from './broadcast-words.ts';

const SHOWN = 50;

const count = (n: number, language: Language): string =>
  n.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB');

/** Øre as kroner. */
export const kroner = (oere: number, language: Language): string => {
  const n = (oere / 100).toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return fill(effectWords.kroner[language], { n });
};

/** How many get it in any way. */
export const getting = ({ sms, calls, letters }: BroadcastPreview): number => sms + calls + letters;

function eachText({ fewest, most }: BroadcastPreview['segments'], language: Language): string {
  const t = inLanguage(effectWords, language);
  return fewest === most ? fill(t.each, { n: most }) : fill(t.between, { fewest, most });
}

const Sums: FC<{ c: DeskContext; seen: BroadcastPreview }> = ({ c, seen }) => {
  const { rt, language } = c.var;
  const t = inLanguage(effectWords, language);
  const { segments, leaves } = seen;
  const some = (n: number): string | undefined => (n === 0 ? undefined : count(n, language));
  const when = (at: number): string => showInstant(at, rt.now(), language);
  return (
    <Facts
      rows={[
        [t.sms, some(seen.sms)],
        [t.calls, some(seen.calls)],
        [t.letters, some(seen.letters)],
        [
          t.languages,
          seen.languages
            .map((one) => `${wordOf(languageWords, one.language, language)}: ${count(one.count, language)}`)
            .join(', '),
        ],
        [
          t.segments,
          segments.total === 0
            ? undefined
            : `${count(segments.total, language)} (${eachText(segments, language)})`,
        ],
        [t.price, seen.price === undefined ? undefined : kroner(seen.price, language)],
        [t.leaves, leaves && when(leaves.from)],
        [t.until, leaves?.until && fill(t.aboutUntil, { when: when(leaves.until) })],
        [t.unseen, some(seen.unseen)],
      ]}
    />
  );
};

const Names: FC<{ people: readonly { id: string; name: string }[] }> = ({ people }) => (
  <>
    {people.slice(0, SHOWN).map(({ id, name }, i) => (
      <>
        {i > 0 ? ', ' : ''}
        <a href={`/desk/paaroerende/${id}?fra=list`}>{name}</a>
      </>
    ))}
    {people.length > SHOWN ? ' …' : ''}
  </>
);

/** Who does not get it, by reason, with the names in sight. */
export const LeftOut: FC<{
  lines: readonly { why: string; count: number; people: readonly { id: string; name: string }[] }[];
  language: Language;
}> = ({ lines, language }) => (
  <ul>
    {lines.map((line) => (
      <li>
        <strong>
          {count(line.count, language)}: {wordOf(whyNotWords, line.why, language)}
        </strong>
        <br />
        <Names people={line.people} />
      </li>
    ))}
  </ul>
);

const Samples: FC<{ seen: BroadcastPreview; language: Language }> = ({ seen, language }) => {
  const t = inLanguage(effectWords, language);
  return (
    <Section id="eksempler" heading={t.samples} hint={t.samplesHint} empty={seen.samples.length === 0}>
      <ul class="desk-list no-max-width">
        {seen.samples.map(({ channel, language: spoken, text, page, segments }) => (
          <li class="desk-item">
            <div class="desk-item-body" lang={spoken}>
              <SmsText text={text} language={language} />
              {page === undefined ? null : (
                <>
                  <p class="form-hint" lang={language}>
                    {t.behindPin}
                  </p>
                  <SmsText text={page} language={language} />
                </>
              )}
              <p class="desk-meta" lang={language}>
                <span>{wordOf(channelWords, channel, language)}</span>
                <span>{wordOf(languageWords, spoken, language)}</span>
                {channel === 'sms' ? <span>{segmentsText(segments, language)}</span> : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Everything an order would do. */
export const Effect: FC<{ c: DeskContext; seen: BroadcastPreview }> = ({ c, seen }) => {
  const { language } = c.var;
  const t = inLanguage(effectWords, language);
  const n = getting(seen);
  return (
    <>
      <Section id="virkning" heading={t.effect}>
        <p class="font-lead">
          {n === 0 ? t.nobody : fill(t.gets, { n: count(n, language), all: count(seen.audience, language) })}
        </p>
        <Sums c={c} seen={seen} />
      </Section>
      <Section id="udeladt" heading={t.leftOut}>
        {seen.leftOut.length === 0 ? <p>{t.leftOutNone}</p> : null}
        <LeftOut lines={seen.leftOut} language={language} />
      </Section>
      <Samples seen={seen} language={language} />
    </>
  );
};

/** What must be thought of first. */
export const Warnings: FC<{ c: DeskContext; seen: BroadcastPreview }> = ({ c, seen }) => {
  const { rt, language } = c.var;
  const t = inLanguage(effectWords, language);
  return (
    <>
      {seen.same.length === 0 ? null : (
        <Alert variant="warning" heading={t.twiceHeading} language={language}>
          {t.twice}
          <ul>
            {seen.same.map((one) => (
              <li>
                <a href={`/desk/gruppebeskeder/${one.id}`}>
                  {fill(t.twiceLine, {
                    title: one.title,
                    when: showInstant(one.orderedAt, rt.now(), language),
                    n: one.count,
                  })}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {seen.doubted ? (
        <Alert variant="warning" heading={t.doubtedHeading} language={language}>
          {t.doubted}
        </Alert>
      ) : null}
      {seen.apart.length === 0 ? null : (
        <Alert variant="warning" heading={t.apartHeading} language={language}>
          {fill(t.apart, { codes: seen.apart.join(', ') })}
        </Alert>
      )}
    </>
  );
};
