// What an order for many shows: sums, names by reason, warnings, examples.
import type { FC } from 'hono/jsx';
import type { ManyPreview, Named } from '../../../services/journeys/preview-many.ts';
import { Alert } from '../../layout/alert.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { CrowdedList } from '../sendings/sendings-parts.tsx';
import { sendingsWords } from '../sendings/sendings-words.ts';
import { Past } from './enrol-parts.tsx';
import { manyWords, whyWords } from './many-words.ts';
import { Plan } from './plan.tsx';

const SHOWN = 50;

/** Names as links, not more than one can read. */
export const Names: FC<{ people: readonly Named[]; count?: number; language: Language }> = (props) => {
  const { people, language } = props;
  const shown = people.slice(0, SHOWN);
  const more = (props.count ?? people.length) - shown.length;
  return (
    <>
      {shown.map(({ id, name }, i) => (
        <>
          {i > 0 ? ', ' : ''}
          <a href={`/desk/paaroerende/${id}?fra=enrol`}>{name}</a>
        </>
      ))}
      {more > 0 ? ` ${fill(manyWords.more[language], { n: more })}` : ''}
    </>
  );
};

/** Who is left out, by reason. */
export const LeftOutBy: FC<{
  lines: readonly { why: string; count?: number; people: readonly Named[] }[];
  language: Language;
}> = ({ lines, language }) => (
  <ul>
    {lines.map(({ why, count, people }) => (
      <li>
        <strong>
          {count ?? people.length}: {wordOf(whyWords, why, language)}
        </strong>
        <br />
        <Names people={people} {...(count === undefined ? {} : { count })} language={language} />
      </li>
    ))}
  </ul>
);

const Sums: FC<{ sums: ManyPreview['sums']; language: Language }> = ({ sums, language }) => {
  const t = inLanguage(manyWords, language);
  return (
    <div class="table--responsive-scroll">
      <table class="table">
        <caption>{t.sums}</caption>
        <thead>
          <tr>
            {[t.sumHead, t.sms, t.parts, t.calls, t.letters].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <tr>
              <th scope="row">{t[`sum_${sum.name}`]}</th>
              {[sum.sms, sum.segments, sum.calls, sum.letters].map((n) => (
                <td>{n.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

type TogetherProps = { c: DeskContext; together: NonNullable<ManyPreview['together']> };

/** On whose phones much falls together with what goes there anyway, and what the limit a day makes of it. */
const Together: FC<TogetherProps> = ({ c, together }) => {
  const { language } = c.var;
  const t = inLanguage(manyWords, language);
  const { limit, putOff, isPart } = together;
  return (
    <>
      <CrowdedList c={c} shown={together} ofDay />
      <p>
        {limit === null ? sendingsWords.noLimit[language] : fill(sendingsWords.limit[language], { n: limit })}
      </p>
      <p class="form-hint">{t.togetherHow}</p>
      {putOff > 0 ? <p>{fill(t.putOff, { n: putOff })}</p> : null}
      {isPart ? <p>{t.togetherPart}</p> : null}
    </>
  );
};

/** What an order would do, before it is given. */
export const ManyEffect: FC<{ c: DeskContext; seen: ManyPreview }> = ({ c, seen }) => {
  const { language, rt } = c.var;
  const t = inLanguage(manyWords, language);
  return (
    <>
      <Section id="virkning" heading={t.effect}>
        <p class="font-lead">{seen.going === 0 ? t.goingNone : fill(t.going, { n: seen.going })}</p>
        {seen.going === 0 ? null : <Sums sums={seen.sums} language={language} />}
      </Section>
      <Section id="udeladt" heading={t.leftOut}>
        {seen.leftOut.length === 0 ? <p>{t.leftOutNone}</p> : null}
        <LeftOutBy lines={seen.leftOut} language={language} />
      </Section>
      {seen.together ? <Together c={c} together={seen.together} /> : null}
      <Past c={c} past={seen.past} />
      {seen.apart.length === 0 ? null : (
        <Alert variant="warning" heading={t.apartHeading} language={language}>
          {t.apart}
          <ul>
            {seen.apart.map(({ code, people }) => (
              <li>
                {code}: <Names people={people} language={language} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {seen.pinMissing.length === 0 ? null : (
        <Alert variant="warning" heading={t.pinHeading} language={language}>
          {t.pin} <Names people={seen.pinMissing} language={language} />
        </Alert>
      )}
      {seen.samples.length === 0 ? null : (
        <Section id="eksempler" heading={t.samples} hint={t.samplesHint}>
          {seen.samples.map(({ id, name, preview }) => (
            <details class="desk-path">
              <summary>
                <h3>{name}</h3>
              </summary>
              <Plan preview={preview} name={name} now={rt.now()} language={language} id={id} />
            </details>
          ))}
        </Section>
      )}
    </>
  );
};
