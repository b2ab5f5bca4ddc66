// One person's place at an event: how many they bring, and whose it is when they are known by a name alone.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { linkPlace, showPlace, suggestRelatives } from '../../../services/events/link-place.ts';
import type { AttendanceLine } from '../../../services/events/list-attendances.ts';
import { type EventView, showEvent } from '../../../services/events/list-events.ts';
import { mostGuests } from '../../../services/events/most-guests.ts';
import { setGuests } from '../../../services/events/sign-up.ts';
import { showRelative } from '../../../services/relatives/show-relative.ts';
import { Check } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems, sentenceOf } from '../frame/problems.tsx';
import { isNamed, isToTell, mayChangeGuests, nameText } from './attendance-line.tsx';
import { Choose, FindRelative, type Found, type Search, searchRelatives } from './find-relative.tsx';
import { placeWords } from './place-words.ts';

type Chosen = { relativeId: string; name: string; tell: string };
type Shown = { problems?: Problems; guests?: string; search?: Search; chosen?: Chosen };
type Props = { c: DeskContext; view: EventView; line: AttendanceLine; at: string; problems: Problems };

const Guests: FC<Props & { guests: string }> = ({ c, view, line, at, guests, problems }) => {
  const { language } = c.var;
  const t = inLanguage(placeWords, language);
  return (
    <DeskForm c={c} action={`${at}/gaester`}>
      <Field
        name="guests"
        label={t.guests}
        hint={fill(line.state === 'waiting' ? t.guestsInLine : t.guestsMost, { n: mostGuests(view) })}
        language={language}
        value={guests}
        inputmode="numeric"
        maxlength={2}
        width="xs"
        {...only({ error: problems.guests })}
      />
      <button type="submit" class="button button-primary">
        {commonWords.save[language]}
      </button>
    </DeskForm>
  );
};

/** Who was chosen, and what joining does; what is still to be told goes to the relative in any case. */
const Confirm: FC<Props & { chosen: Chosen }> = ({ c, line, at, chosen, problems }) => {
  const t = inLanguage(placeWords, c.var.language);
  return (
    <DeskForm c={c} action={`${at}/tilknyt`}>
      <input type="hidden" name="paaroerende" value={chosen.relativeId} />
      <h2>{t.link}</h2>
      <p class="font-lead">{chosen.name}</p>
      <p>{t.linkEffect}</p>
      {isToTell(line) ? (
        <>
          <input type="hidden" name="tell" value="yes" />
          <p>{t.linkTells}</p>
        </>
      ) : (
        <Check name="tell" label={t.tell} checked={chosen.tell === 'yes'} />
      )}
      {problems.apart ? <Check name="apart" label={t.apart} checked={false} error={problems.apart} /> : null}
      <button type="submit" class="button button-primary">
        {t.linkOk}
      </button>
    </DeskForm>
  );
};

const Link: FC<Props & { suggested: Found; search: Search }> = ({ c, line, at, suggested, search }) => {
  const t = inLanguage(placeWords, c.var.language);
  return (
    <>
      <Section id="tilknyt" heading={t.link} hint={t.linkHint}>
        {suggested.length === 0 && line.contact !== '' ? <p>{t.nobodyAlike}</p> : null}
        {suggested.length === 0 ? null : (
          <>
            <p>{t.sameNumber}</p>
            <Choose c={c} at={at} verb={t.linkOk} lines={suggested} />
          </>
        )}
      </Section>
      <FindRelative c={c} at={at} verb={t.linkOk} search={search} />
    </>
  );
};

type Place = { view: EventView; line: AttendanceLine };

async function placeOf(c: DeskContext): Promise<Place> {
  const { rt, staff } = c.var;
  const [id, place] = [c.req.param('id') ?? '', c.req.param('deltager') ?? ''];
  const [view, line] = await Promise.all([showEvent(rt, staff, id), showPlace(rt, staff, id, place)]);
  return { view, line };
}

async function sendPlace(c: DeskContext, { view, line }: Place, shown: Shown = {}): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(placeWords, language);
  const { problems = {}, guests = String(line.guests), search = {}, chosen } = shown;
  const at = `/desk/arrangementer/${view.id}/deltager/${line.id}`;
  const title = fill(t.oneTitle, { name: nameText(line, language), title: view.title });
  const props = { c, view, line, at, problems };
  const mayLink = isNamed(line) && !chosen;
  const suggested = mayLink ? await suggestRelatives(rt, staff, view.id, line.id) : [];
  const all = { ...problems, ...search.problems };
  return sendDesk(
    c,
    { title, section: 'events', failed: Object.keys(all).length > 0 },
    <div class="desk-narrow">
      <h1>{nameText(line, language)}</h1>
      <p>
        <a href={`/desk/arrangementer/${view.id}`}>{view.title}</a>
      </p>
      <ProblemList problems={all} labels={{ guests: t.guests }} language={language} />
      {line.contact === '' ? null : <p>{line.contact}</p>}
      {line.isTooLarge ? <p>{t.tooLarge}</p> : null}
      {!chosen && mayChangeGuests(view, line) ? <Guests {...props} guests={guests} /> : null}
      {chosen ? <Confirm {...props} chosen={chosen} /> : null}
      {mayLink ? <Link {...props} suggested={suggested} search={search} /> : null}
      <p>
        <a href={`/desk/arrangementer/${view.id}`}>{commonWords.cancel[language]}</a>
      </p>
    </div>,
  );
}

/** What staff change of one place. */
export const placeRoutes = new Hono<DeskEnv>();

const AT = '/arrangementer/:id/deltager/:deltager';

placeRoutes.get(AT, async (c) => sendPlace(c, await placeOf(c)));

placeRoutes.post(`${AT}/gaester`, async (c) => {
  const { rt, staff, form, language } = c.var;
  const place = await placeOf(c);
  const guests = form.get('guests') ?? '';
  const order = { attendanceId: place.line.id, guests };
  const done = await attempt(() => setGuests(rt, staff, place.view.id, order));
  if (!('error' in done)) return c.redirect(`/desk/arrangementer/${place.view.id}?gemt=eventPlace`, 303);
  return sendPlace(c, place, { guests, problems: { guests: fieldSentence(done.error.code, language) } });
});

placeRoutes.post(`${AT}/soeg`, async (c) =>
  sendPlace(c, await placeOf(c), { search: await searchRelatives(c) }),
);

const nameOf = async (c: DeskContext, id: string): Promise<string> =>
  (await showRelative(c.var.rt, c.var.staff, id, 'event')).name;

placeRoutes.post(`${AT}/valgt`, async (c) => {
  const place = await placeOf(c);
  const relativeId = c.var.form.get('paaroerende') ?? '';
  return sendPlace(c, place, { chosen: { relativeId, name: await nameOf(c, relativeId), tell: 'yes' } });
});

placeRoutes.post(`${AT}/tilknyt`, async (c) => {
  const { rt, staff, form, language } = c.var;
  const place = await placeOf(c);
  const read = (name: string): string => form.get(name) ?? '';
  const [relativeId, tell] = [read('paaroerende'), read('tell')];
  const order = { attendanceId: place.line.id, relativeId, tell, apart: read('apart') };
  const done = await attempt(() => linkPlace(rt, staff, place.view.id, order));
  if (!('error' in done)) return c.redirect(`/desk/arrangementer/${place.view.id}?gemt=eventPlace`, 303);
  const { code, detail } = done.error;
  if (detail === 'apart') {
    const chosen = { relativeId, name: await nameOf(c, relativeId), tell };
    return sendPlace(c, place, { chosen, problems: { apart: placeWords.apartFirst[language] } });
  }
  const sentence = code === 'already-done' ? placeWords.linkTaken[language] : sentenceOf(code, '', language);
  return sendPlace(c, place, { problems: { tilknyt: sentence } });
});
