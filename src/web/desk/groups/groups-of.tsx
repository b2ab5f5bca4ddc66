import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { anchorAt } from '../../../journey/time/format.ts';
import { AppError } from '../../../services/app-error.ts';
import type { Place } from '../../../services/groups/step-in-or-out.ts';
import { quietRelative } from '../../../services/relatives/quiet-relative.ts';
import { Select } from '../../layout/choose.tsx';
import { Field } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showDay } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { DeskForm, Do, mayCare } from '../frame/parts.tsx';
import { groupWords } from './group-words.ts';

/** In or out of one group; whoever is in it by its rule, or has left it, is told so. */
const PlaceItem: FC<{ c: DeskContext; id: string; place: Place }> = ({ c, id, place }) => {
  const t = inLanguage(groupWords, c.var.language);
  const said = place.hasLeft ? t.hasLeft : place.hasRule ? t.byItsRule : '';
  return (
    <li>
      <a href={`/desk/grupper/${place.id}`}>{place.title}</a>
      {said ? ` (${said})` : ''}{' '}
      {mayCare(c) ? (
        <DeskForm
          c={c}
          action={`/desk/grupper/${place.id}/${place.isMember ? 'tag-ud' : 'tag-med'}`}
          class="desk-do"
        >
          <input type="hidden" name="tilbage" value="person" />
          <button type="submit" class="button button-tertiary" name="paaroerende" value={id}>
            {place.isMember ? t.takeOut : t.putBack}
            <span class="sr-only"> {place.title}</span>
          </button>
        </DeskForm>
      ) : null}
    </li>
  );
};

/** Until when the relative wants no group messages. */
const Quiet: FC<{ c: DeskContext; id: string; quietUntil: number | undefined }> = (props) => {
  const { c, id, quietUntil } = props;
  const { rt, language } = c.var;
  const t = inLanguage(groupWords, language);
  const isQuiet = quietUntil !== undefined && quietUntil > rt.now();
  const action = `/desk/paaroerende/${id}/stille`;
  if (isQuiet)
    return (
      <>
        <p>{fill(t.isQuiet, { date: showDay(quietUntil, language) })}</p>
        <Do c={c} action={action}>
          {t.notQuiet}
        </Do>
      </>
    );
  if (!mayCare(c)) return null;
  return (
    <details class="desk-path d-print-none">
      <summary>{t.quiet}</summary>
      <DeskForm c={c} action={action}>
        <Field
          name="indtil"
          type="date"
          label={t.quietUntil}
          hint={t.quietHint}
          language={language}
          width="m"
        />
        <button type="submit" class="button button-secondary">
          {t.quietSave}
        </button>
      </DeskForm>
    </details>
  );
};

/** On a relative's page: the groups they are in or have left, those they can be put into, and a rest from messages to groups. */
export const GroupsOf: FC<{
  c: DeskContext;
  id: string;
  places: readonly Place[];
  quietUntil: number | undefined;
}> = ({ c, id, places, quietUntil }) => {
  const { language } = c.var;
  const t = inLanguage(groupWords, language);
  const shown = places.filter(({ isMember, hasLeft }) => isMember || hasLeft);
  const others = places.filter((place) => !place.hasRule && !shown.includes(place));
  return (
    <Section id="grupper" heading={t.title}>
      {shown.length === 0 ? <p>{t.ofRelativeNone}</p> : null}
      <ul>
        {shown.map((place) => (
          <PlaceItem c={c} id={id} place={place} />
        ))}
      </ul>
      {mayCare(c) && others.length > 0 ? (
        <DeskForm c={c} action="/desk/grupper/tag-med" class="desk-form d-print-none">
          <input type="hidden" name="paaroerende" value={id} />
          <input type="hidden" name="tilbage" value="person" />
          <Select
            name="gruppe"
            label={t.choose}
            language={language}
            value=""
            options={others.map((place) => [place.id, place.title] as const)}
          />
          <button type="submit" class="button button-secondary">
            {t.putIn}
          </button>
        </DeskForm>
      ) : null}
      <Quiet c={c} id={id} quietUntil={quietUntil} />
    </Section>
  );
};

/** A relative's rest from group messages. */
export const quietRoutes = new Hono<DeskEnv>();

quietRoutes.post('/paaroerende/:id/stille', async (c) => {
  const { rt, staff, form } = c.var;
  const id = c.req.param('id');
  const day = form.get('indtil');
  const until = day === null ? null : anchorAt(day);
  if (until === undefined) throw new AppError('date-unreadable', 'indtil');
  await quietRelative(rt, staff, id, until);
  return c.redirect(`/desk/paaroerende/${id}?fra=list&gemt=changed`, 303);
});
