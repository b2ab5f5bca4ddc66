import type { FC } from 'hono/jsx';
import type { Place } from '../../../services/groups/step-in-or-out.ts';
import { Select } from '../../layout/choose.tsx';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { DeskForm, mayCare } from '../frame/parts.tsx';
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

/** On a relative's page: the groups they are in or have left, and those they can be put into. */
export const GroupsOf: FC<{ c: DeskContext; id: string; places: readonly Place[] }> = ({ c, id, places }) => {
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
    </Section>
  );
};
