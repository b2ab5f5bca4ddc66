import type { FC } from 'hono/jsx';
import { findRelatives } from '../../../services/relatives/find-relatives.ts';
import type { RelativeLine } from '../../../services/relatives/list-relatives.ts';
import { Field, only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { choiceText } from '../../words/people-choices.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Section } from '../frame/lists.tsx';
import { DeskForm, Do } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { placeWords } from './place-words.ts';

export type Found = readonly RelativeLine[];

/** What was looked for, and who was found; before a search nobody is. */
export type Search = { wanted?: string; found?: Found; problems?: Problems };

/** Looks for what the form asks; a CPR number that was typed is not shown again. */
export async function searchRelatives(c: DeskContext): Promise<Search> {
  const { rt, staff, form, language } = c.var;
  const wanted = form.get('soeg') ?? '';
  const found = await attempt(() => findRelatives(rt, staff, wanted));
  if (!('error' in found)) return { wanted, found: found.value.lines };
  const { code } = found.error;
  const problems = { soeg: fieldSentence(code, language) };
  return { wanted: code === 'cpr-typed' ? '' : wanted, problems };
}

/** Relatives, each with a button that chooses one; `at` is where it posts to. */
export const Choose: FC<{ c: DeskContext; at: string; verb: string; lines: Found }> = (props) => {
  const { c, at, verb, lines } = props;
  return (
    <ul class="desk-list no-max-width">
      {lines.map((one) => (
        <Item
          who={one.name}
          meta={
            <>
              <span>{choiceText(c, 'relations', one.relation)}</span>
              <span>{one.circleCode}</span>
            </>
          }
          action={
            <Do c={c} action={`${at}/valgt`} name="paaroerende" value={one.id} about={one.name}>
              {verb}
            </Do>
          }
        />
      ))}
    </ul>
  );
};

/** A search for a relative, and who was found. */
export const FindRelative: FC<{ c: DeskContext; at: string; verb: string; search: Search }> = (props) => {
  const { c, at, verb, search } = props;
  const { language } = c.var;
  const t = inLanguage(placeWords, language);
  const { problems = {}, wanted = '', found } = search;
  return (
    <Section id="find" heading={t.find}>
      <DeskForm c={c} action={`${at}/soeg`}>
        <Field
          name="soeg"
          type="search"
          label={t.findHint}
          language={language}
          value={wanted}
          maxlength={80}
          autocomplete="off"
          {...only({ error: problems.soeg })}
        />
        <button type="submit" class="button button-secondary">
          {t.search}
        </button>
      </DeskForm>
      {found?.length === 0 ? <p role="status">{t.none}</p> : null}
      <Choose c={c} at={at} verb={verb} lines={found ?? []} />
    </Section>
  );
};
