// What the calendar and a single day of it have in common.
import type { FC } from 'hono/jsx';
import { showsCrowdFrom } from '../../../services/overview/judge-phones.ts';
import type { Calendar, CrowdedRelative, SendDay } from '../../../services/overview/show-calendar.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { Alert } from '../../layout/alert.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { showDate } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Section } from '../frame/lists.tsx';
import { sendingsWords } from './sendings-words.ts';

type Shown = Calendar | SendDay;
type Crowds = Pick<Calendar, 'crowded' | 'more' | 'limit'>;

/** A count as people read it: "12.400". */
export const countText = (n: number, language: Language): string =>
  n.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB');

/** What is not counted, the limit a day, and, where the reader may, the way to change it. */
export const Reservations: FC<{ c: DeskContext; shown: Shown }> = ({ c, shown }) => {
  const { language, staff } = c.var;
  const t = inLanguage(sendingsWords, language);
  const { partFrom, isPart, held, limit } = shown;
  return (
    <>
      {isPart || partFrom ? (
        <Alert variant="warning" language={language}>
          {partFrom
            ? fill(t.partFrom, {
                date: showDate(Date.parse(`${partFrom}T12:00:00Z`), c.var.rt.now(), language),
              })
            : t.part}
        </Alert>
      ) : null}
      {held > 0 ? <p>{fill(t.held, { n: countText(held, language) })}</p> : null}
      <p>
        {limit === null ? t.noLimit : fill(t.limit, { n: limit })}
        {mayStaff(staff, 'administer') ? (
          <>
            {' '}
            <a href="/desk/indstillinger/graense">{t.changeLimit}</a>
          </>
        ) : null}
      </p>
    </>
  );
};

/** How a number came to be, folded away. */
export const HowCounted: FC<{ c: DeskContext }> = ({ c }) => {
  const t = inLanguage(sendingsWords, c.var.language);
  return (
    <details class="desk-path">
      <summary>{t.howHeading}</summary>
      <ul>
        <li>{t.howSure}</li>
        <li>{t.howForeseen}</li>
        <li>{t.howNot}</li>
      </ul>
    </details>
  );
};

const PutOff: FC<{ c: DeskContext; one: CrowdedRelative; limit: number | null }> = ({ c, one, limit }) => {
  const { language, rt } = c.var;
  const t = inLanguage(sendingsWords, language);
  if (one.putOff === 0 || one.until === undefined) return null;
  const until = showDate(one.until, rt.now(), language);
  return (
    <p class="form-hint">
      {fill(one.putOff === 1 ? t.putOffOne : t.putOffMany, { n: one.putOff, until, limit: limit ?? '' })}
    </p>
  );
};

/** The relatives whose phones get much on a day. */
export const CrowdedList: FC<{ c: DeskContext; shown: Crowds; ofDay?: boolean }> = ({ c, shown, ofDay }) => {
  const { language, rt } = c.var;
  const t = inLanguage(sendingsWords, language);
  const { crowded, more, limit } = shown;
  return (
    <Section id="mange" heading={t.crowdedHeading}>
      {crowded.length === 0 && more === 0 ? (
        <p>{fill(t.nobodyCrowded, { n: showsCrowdFrom(limit) })}</p>
      ) : null}
      <ul class="desk-list no-max-width">
        {crowded.map((one) => (
          <Item who={<a href={`/desk/paaroerende/${one.relativeId}?fra=list`}>{one.name}</a>}>
            <p>
              {fill(t.crowdedOne, {
                n: one.count,
                day: showDate(Date.parse(`${one.date}T12:00:00Z`), rt.now(), language),
              })}
            </p>
            <PutOff c={c} one={one} limit={limit} />
          </Item>
        ))}
      </ul>
      {more > 0 ? <p>{fill(ofDay ? t.moreOfDay : t.more, { n: countText(more, language) })}</p> : null}
    </Section>
  );
};
